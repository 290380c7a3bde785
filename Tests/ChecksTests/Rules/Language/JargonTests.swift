import Testing

@testable import Checks

@Suite struct JargonTests {
  private let glossary = "- {id: cystitis, term: Cystitis, definition: An inflamed bladder.}\n"

  @Test func hardWordsAreExplainedWhereTheyAreFirstUsed() async throws {
    let found = try await findings(
      of: .jargon,
      SiteWords.page(
        """
        It can cause *👉haematuria👈* &amp; 👉cystitis👈. Cystitis (an inflamed bladder) hurts.

        - 👉hypertension👈 or chest pain
        """
      ).merging(["content/data/glossary.yml": glossary]) { a, _ in a })
    #expect(
      found.map(\.help) == [
        "write 'blood in your pee', or 'blood in your pee (haematuria)'", "link it: `[cystitis](glossary:cystitis)`",
        "write 'high blood pressure', or 'high blood pressure (hypertension)'",
      ])
  }

  @Test func explainedOnesAreFine() async throws {
    try await findings(
      of: .jargon,
      SiteWords.page(
        """
        ## Cystitis

        Ketamine can cause [cystitis](glossary:cystitis). You may have high blood pressure, or hypertension. Blood in
        your pee (haematuria) needs a doctor. A fast heartbeat is called tachycardia. Jaundice means yellow skin.

        | Word | Meaning |
        |---|---|
        | Oedema | Swelling |
        """
      ).merging(["content/data/glossary.yml": glossary]) { a, _ in a })
  }
}
