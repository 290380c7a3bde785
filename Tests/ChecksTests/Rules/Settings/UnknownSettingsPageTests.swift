import Diagnostics
import Testing

@testable import Checks

@Suite struct UnknownSettingsPageTests {
  @Test func pagesThatTheSettingsNameMustBeThere() async throws {
    let found = try await findings(
      of: .unknownSettingsPage,
      [
        "sitegen.yml": MarkedSite.settings
          + "navigation: [risks, 👉hlep👈, about]\nhelpPage: 👉help/emergncy.md👈\nrawHTML: [👉none.md👈, about.md]\n",
        "content/risks/index.md": "Text.\n", "content/help/index.md": "Text.\n", "content/help/emergency.md": "Text.\n",
        "content/about.md": "Text.\n",
      ])
    #expect(found.map(\.help) == ["the nearest is 'help'", "the nearest is 'help/emergency.md'", nil])
  }
}
