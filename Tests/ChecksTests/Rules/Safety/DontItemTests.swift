import Testing

@testable import Checks

@Suite struct DontItemTests {
  @Test func itemsWithoutDoNotAreReported() async throws {
    let found = try await findings(
      of: .dontItem,
      SiteWords.with(
        """
        :::dont

        - do not leave them alone
        - 👉Leave👈 them on their back
        - **👉Alcohol👈** &amp; other drugs
        - if they are alone, do not
          go away

        :::

        :::do

        - stay with them

        :::

        - leave a light on
        """))
    #expect(found.map { $0.edits.map(\.replacement) } == [["do not leave"], []])
  }
}
