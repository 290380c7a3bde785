import Diagnostics
import Testing

@testable import Checks

@Suite struct LongSentenceTests {
  private func words(_ count: Int) -> String { "Some " + (2...count).map { "word\($0)" }.joined(separator: " ") }

  @Test func sentencesAreCountedInReadersWords() async throws {
    let found = try await findings(
      of: .longSentence,
      [
        "content/page.md": """
        Short. 👉\(words(26))👈. \(words(25))!

        - See *Dr. Lee*. **👉\(words(20))** caf\u{e9} &amp; \(words(15))👈.

        One self-harm, 8,282 people, and/or the p.m. e.g. \(words(17)).
        """
      ])
    #expect(found.map(\.severity) == [.info, .warning])
    #expect(found.map(\.message) == ["a sentence of 26 words", "a sentence of 36 words"])
  }

  @Test func realSentences() async throws {
    try await findings(
      of: .longSentence,
      [
        "content/page.md": """
        👉If you use ketamine often and you notice that you have to get up at night to pee, or that it burns, then it is
        a good idea to see a doctor soon👈.

        Ketamine was first made in 1962 by Calvin L. Stevens. It is used in hospitals and by vets. Most people get over
        a bad experience within hours, though some need help.
        """
        .replacing("burns, then it is\na", with: "burns, then it is👈\na").replacing("soon👈", with: "soon")
      ])
  }
}
