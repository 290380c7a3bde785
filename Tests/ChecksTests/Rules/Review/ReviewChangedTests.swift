import Content
import Diagnostics
import Testing

@testable import Checks

@Suite struct ReviewChangedTests {
  private static let body = "\nNeeding to wee often is an early sign.\n\n- Blood in the urine\n"

  private static func page(_ content: String, title: String = "Bladder", more: String = "") -> String {
    """
    ---
    title: \(title)
    description: The warning signs.
    review:
      state: reviewed
      on: 2026-11-21
      by: A. Example
      role: nurse
      content: \(content)
    \(more)---
    \(body)
    """
  }

  private static func fingerprint() async throws -> String {
    let files = ["content/a.md": page("x")]
    let site = try await MarkedSite(files).input().0.site
    let parsed = try #require(site.page(at: "content/a.md")).parsed
    return Fingerprint.of(parsed, source: Array((files["content/a.md"] ?? "").utf8))
  }

  @Test func aChangeOfWhatIsReadIsReported() async throws {
    let signed = try await Self.fingerprint()
    for changed in [
      Self.page("👉\(signed)👈").replacing("often", with: "seldom"),
      Self.page("👉\(signed)👈", title: "Bladder and kidneys"),
      Self.page("👉\"\(signed)\"👈").replacing("The warning signs.", with: "Signs."),
      Self.page("👉\(signed)👈") + "\nMore.\n",
    ] {
      let found = try await findings(of: .reviewChanged, ["content/a.md": changed])
      #expect(found.first?.message == "the text has changed since it was signed on 2026-11-21")
    }
  }

  @Test func whatReadersDoNotReadMayChange() async throws {
    let signed = try await Self.fingerprint()
    try await findings(of: .reviewChanged, ["content/a.md": Self.page(signed)])
    try await findings(of: .reviewChanged, ["content/a.md": Self.page(signed, more: "tags: [bladder]\norder: 3\n")])
    try await findings(
      of: .reviewChanged, ["content/a.md": Self.page(signed, more: "aliases: [/old/]\n").replacing("nurse", with: "GP")]
    )
  }

  @Test(arguments: [
    "sha256:12", "abc", "sha256:\(String(repeating: "A", count: 64))", "md5:d41d8cd98f00b204e9800998ecf8427e",
  ])
  func whatIsNoFingerprintIsReported(_ content: String) async throws {
    let found = try await findings(of: .reviewChanged, ["content/a.md": Self.page("👉\(content)👈")])
    #expect(found.first?.help == "let the reviewer sign with `sitegen review sign`, which writes it")
  }

  @Test func aReviewWithoutFingerprintSaysNothing() async throws {
    try await findings(
      of: .reviewChanged,
      [
        "content/a.md":
          "---\ntitle: A\nreview: {state: reviewed, on: 2026-11-21, by: A. Example, role: GP}\n---\nText.\n"
      ])
  }
}
