import Testing

@testable import Checks

@Suite struct CareCardHeadingTests {
  @Test func titlesThatDoNotLeadIntoTheListAreReported() async throws {
    let found = try await findings(
      of: .careCardHeading,
      SiteWords.with(
        """
        :::urgent{👉title="Danger signs"👈}
        - you cannot pee
        :::

        :::👉see-doctor👈
        - it hurts
        :::

        :::emergency{title="Call an ambulance now if:"}
        - they cannot be woken
        :::

        :::callout{title="Keep your number"}
        Text.
        :::
        """))
    #expect(
      found.map(\.message) == ["the title of the card does not end in \"if:\"", "the card has no title"])
  }
}
