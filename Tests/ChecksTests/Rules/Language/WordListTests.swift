import Testing

@testable import Checks

@Suite struct WordListTests {
  @Test func entriesThatAreNoPhraseAreReported() async throws {
    let found = try await findings(
      of: .wordList,
      [
        "content/data/words/en/stigmatising.yml": """
        - junkie
        - {avoid: [drug abuse, substance abuse], write: drug use, unless: [National Institute on Drug Abuse]}
        - 👉👈avoid: addict
          instead: person who uses drugs
        - 👉[addict, abuser]👈
        - 👉👈write: person who uses drugs

        """
      ])
    #expect(found.count == 3)
  }
}
