import Testing

@testable import Checks

@Suite struct TooManyCalloutsTests {
  @Test func theThirdBoxIsReported() async throws {
    let found = try await findings(
      of: .tooManyCallouts,
      [
        "content/a.md": """
        :::callout{title=One}
        Text.
        :::

        > [!WARNING]
        > Two.

        > 👉[!NOTE]👈
        > Three.

        :::caution
        Four.
        :::
        """
      ])
    #expect(found.map(\.message) == ["the page has 4 boxes, and readers pass over more than two"])
  }

  @Test func otherDirectivesDoNotCount() async throws {
    try await findings(
      of: .tooManyCallouts,
      [
        "content/a.md":
          ":::emergency\nA\n:::\n\n:::evidence\nB\n:::\n\n:::do\nC\n:::\n\n:::callout\nD\n:::\n\n> [!TIP]\n> E\n\n> F\n"
      ])
  }
}
