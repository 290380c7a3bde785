import Testing

@testable import Checks

@Suite struct NoEmergencyNumberTests {
  private static let directive = "templates/directives/support-lines.html"

  @Test func aCountryWithoutAnEmergencyNumberIsReported() async throws {
    let found = try await findings(
      of: .noEmergencyNumber,
      [
        Self.directive: "{{#rows}}{{name}}{{/rows}}", "content/data/support-lines.yml": Check.registerEntry(),
        "content/uk.md": "If someone may die, call an ambulance.\n\n:::support-lines{👉country=GB👈}\n:::\n",
        "content/ie.md": "::::callout\n:::support-lines{title=\"Lines\" 👉country=\"IE\"👈}\n:::\n::::\n",
      ], directives: ["callout"])
    #expect(found.map(\.message).contains("the register has no emergency number for IE"))
  }

  @Test func listsOfAnotherKindAreLeftAlone() async throws {
    try await findings(
      of: .noEmergencyNumber,
      [
        Self.directive: "{{#rows}}{{name}}{{/rows}}",
        "content/data/support-lines.yml": Check.registerEntry(phone: "999", display: "999", kind: "emergency"),
        "content/a.md": ":::support-lines{country=GB}\n:::\n\n:::support-lines{country=INT}\n:::\n",
        "content/b.md": ":::support-lines{kind=emergency}\n:::\n\n:::support-lines{country=IE kind=text}\n:::\n",
      ])
  }
}
