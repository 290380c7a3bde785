import Testing

@testable import Checks

@Suite struct UnknownRuleTests {
  private func settings(_ checks: String) -> [String: String] {
    ["sitegen.yml": MarkedSite.settings + checks, "content/risks/a.md": "Text.\n"]
  }

  @Test func rulesGroupsAndSectionsThatAreNotThereAreReported() async throws {
    let found = try await findings(
      of: .unknownRule,
      settings(
        """
        checks:
          👉link/mising-page👈: warning
          👉langauge👈: off
          link/missing-anchor: {default: warning, risks: info, risks/a: "off", 👉riks👈: error}

        """))
    #expect(
      found.map(\.help) == [
        "the nearest is 'link/missing-page'", "the nearest is 'language'", "the nearest is 'risks'",
      ])
  }

  @Test func whatKeepsReadersFromHarmCannotBeTurnedDown() async throws {
    let found = try await findings(
      of: .unknownRule, settings("checks: {👉safety/sourcing👈: warning, safety/amount: error}\n"))
    #expect(found.first?.message == "'safety/sourcing' cannot be turned down: it keeps readers from harm")
  }

  @Test func groupsMayBeTurnedOff() async throws {
    try await findings(of: .unknownRule, settings("checks: {link: off, content: {default: info}}\n"))
  }
}
