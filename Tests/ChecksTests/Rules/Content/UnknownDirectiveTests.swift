import Diagnostics
import Testing

@testable import Checks

@Suite struct UnknownDirectiveTests {
  @Test func directivesWithoutATemplateAreReportedAtTheirName() async throws {
    let found = try await findings(
      of: .unknownDirective,
      ["content/a.md": ":::callout\n\nText.\n\n:::👉inner👈{a=b}\n\nText.\n\n:::\n\n:::\n\n::: 👉calout👈\n\n:::\n"],
      directives: ["callout", "do"])
    #expect(found.map(\.help) == ["a directive is a template in templates/directives/", "the nearest is 'callout'"])
  }

  @Test func alertsAreDirectivesToo() async throws {
    try await findings(of: .unknownDirective, ["content/a.md": "> 👉[!NOTE]👈\n> Text.\n"], directives: ["tip"])
    try await findings(of: .unknownDirective, ["content/a.md": "> [!NOTE]\n> Text.\n"], directives: ["note"])
  }
}
