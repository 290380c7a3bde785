import Diagnostics
import Testing

@testable import Checks

@Suite struct DuplicateAddressTests {
  /// The whole file is named: no line of it is wrong.
  private func found(_ files: [String: String]) async throws -> [Diagnostic] {
    try await MarkedSite(files).found(by: [.duplicateAddress])
  }

  @Test(arguments: [
    (["content/a.md", "content/a/index.md"], "content/a/index.md", "/a/"),
    (["content/A.md", "content/a.md"], "content/a.md", "/a/"),
    (["content/É.md", "content/é.md"], "content/é.md", "/é/"),
    (["content/a.md", "content/a/index.html"], "content/a/index.html", "/a/index.html"),
    (["content/Dot.svg", "content/dot.svg"], "content/dot.svg", "/dot.svg"),
    (["content/a.md", "content/a"], "content/a", "/a"),
    (["content/manifest.sha256"], "content/manifest.sha256", "/manifest.sha256"),
  ])
  func twoFilesAtOneAddressAreReported(_ paths: [String], _ second: String, _ address: String) async throws {
    let found = try await found(Dictionary(uniqueKeysWithValues: paths.map { ($0, "Text.\n") }))
    #expect(found.map(\.rule) == ["content/duplicate-address"])
    #expect(found.first?.location == SourceLocation(file: second))
    #expect(found.first?.message == "two files want the address '\(address)'")
  }

  @Test func generatedPagesTakeTheirAddressToo() async throws {
    let found = try await found([
      "sitegen.yml": "title: T\nbaseURL: https://example.org/\noutputs: [index]\n", "content/a-z.md": "Text.\n",
    ])
    #expect(found.map(\.location.file) == ["content/a-z.md"])
    #expect(found.first?.notes.map(\.message) == ["the other is sitegen's A to Z"])
  }

  @Test func twoTagsThatBecomeOneAddressAreReportedAtTheTag() async throws {
    try await findings(
      of: .duplicateAddress,
      [
        "sitegen.yml": "title: T\nbaseURL: https://example.org/\noutputs: [topics]\n",
        "content/a.md": "---\ntitle: A\ntags: [lower risk]\n---\nText.\n",
        "content/b.md": "---\ntitle: B\ntags: [👉lower-risk👈]\n---\nText.\n",
      ])
  }

  @Test func filesSideBySideAreFine() async throws {
    #expect(
      try await found(["content/a.md": "x\n", "content/a/b.md": "x\n", "content/a/c.svg": "x", "content/b/c.svg": "x"])
        .isEmpty)
  }
}
