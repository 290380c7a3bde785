import Testing

@testable import Checks

@Suite struct WordListTests {
  @Test func entriesThatCannotBeReadAreReported() async throws {
    try await findings(
      of: .wordList,
      [
        "content/data/words/en/a.yml": """
        - a phrase
        - 👉{avod: addict}👈
        - {avoid: [one, two|three * four], write: five, unless: [six], because: seven}
        - 👉[]👈
        - 👉{avoid: eight, fix: true}👈
        - {avoid: eight, write: nine, fix: true}
        """
      ])
  }

  @Test func theListsOfTheSiteAreThere() {
    for (path, text) in SiteWords.lists { #expect(text.utf8.count > 40, "\(path)") }
  }
}
