import Diagnostics
import Testing

@testable import Checks

@Suite struct NumberInProseTests {
  private static let register = [
    ("gb-samaritans", "GB", "Samaritans", "116123", "116 123"), ("gb-999", "GB", "Ambulance", "999", "999 or 112"),
    ("us-911", "US", "Emergency", "911", "911"), ("mx-911", "MX", "Emergencias", "911", "911"),
    ("gb-papyrus", "GB", "PAPYRUS", "+448000684141", "0800 068 4141"),
    ("us-samhsa", "US", "SAMHSA", "+18006624357", "1-800-662-HELP (4357)"),
    ("gb-shout", "GB", "Shout", "85258", "85258"),
  ].map { id, country, name, phone, display in
    "- {id: \(id), country: \(country), name: \(name), kind: a, phone: \"\(phone)\", display: \"\(display)\", "
      + "evidence: \"https://example.org/\", verified: 2026-11-21}\n"
  }.joined()

  @discardableResult
  private func found(_ text: String) async throws -> [Diagnostic] {
    try await findings(
      of: .numberInProse,
      [
        "content/data/support-lines.yml": Self.register,
        "content/data/words/en/dialling.yml": "[call, ring, dial, phone, text]\n", "content/a.md": text + "\n",
      ])
  }

  @Test(arguments: [
    ("Call Samaritans on 👉116 123👈.", "gb-samaritans"), ("Their number: 👉116123👈", "gb-samaritans"),
    ("Ring 👉+44 800 068 4141👈 or", "gb-papyrus"), ("Ring 👉0800 068 4141👈 or", "gb-papyrus"),
    ("Text them: 👉85258👈.", "gb-shout"), ("- **👉0800 068 4141👈** _(free)_", "gb-papyrus"),
  ])
  func numbersThatTheRegisterHasBecomeLinks(_ text: String, _ id: String) async throws {
    let found = try await found(text)
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.edits.map(\.replacement) == ["[](support:\(id))"])
    #expect(found.first?.edits.first?.location == found.first?.location)
  }

  /// Where a link would say something else than the text, or would not be one.
  @Test(arguments: [
    "Call 👉999👈 now.", "Call 👉911👈 now.", "Ring 👉1-800-662-4357👈 or", "Ring 👉1-800-662-HELP👈 or",
    "[Ring 👉116 123👈](https://example.org/)", "![Ring 👉116 123👈](a.svg)", "Ring 👉0800 *068* 4141👈.",
    "👉[them](tel:116123)👈", "---\ntitle: Ring 👉116 123👈\n---\nText.",
  ])
  func otherNumbersAreNotReplaced(_ text: String) async throws {
    let found = try await found(text)
    #expect(found.map { $0.edits.isEmpty } == [true])
  }

  @Test func theHelpNamesTheServices() async throws {
    #expect(try await found("Call 👉112👈.").first?.help == "write `[](support:gb-999)`")
    let both = try await found("Call 👉911👈.").first?.help
    #expect(both == "write `[](support:us-911)`, or with the id of the service that is meant: mx-911")
  }

  @Test(arguments: [
    "Call [](support:gb-samaritans).", "In 999 of 1,000 cases", "911 people took part", "Section 116, 123 pages",
    "116.123",
    "85258 patients were asked",
  ])
  func whatNobodyDialsIsLeftAlone(_ text: String) async throws { try await found(text) }

  @Test func numbersInTheGlossaryAreFound() async throws {
    try await findings(
      of: .numberInProse,
      [
        "content/data/support-lines.yml": Self.register,
        "content/data/glossary.yml":
          "- id: crisis\n  term: Crisis\n  definition: 👉Ring Samaritans on 116 123 at once.👈\n",
      ])
  }
}
