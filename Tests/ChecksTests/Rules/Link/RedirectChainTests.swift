import Diagnostics
import Testing

@testable import Checks

@Suite struct RedirectChainTests {
  private static let moved = "---\ntitle: Signs\naliases: [/old/signs/, /legacy.html]\n---\n## Late\n"

  @Test func linksByAFormerAddressAreReported() async throws {
    let found = try await findings(
      of: .redirectChain,
      [
        "content/risks/signs.md": Self.moved,
        "content/help/a.md": """
        Ü [signs](👉https://example.org/old/signs/👈), [late](👉https://example.org/old/signs/#late👈).

        - <👉https://example.org/legacy.html👈>
        - [no slash](👉https://example.org/risks/signs👈) and [*more*](👉https://example.org/old/signs?x👈)
        """,
      ])
    #expect(found.first?.help == "link to the file: '../risks/signs.md'")
    #expect(
      found.map { $0.edits.map(\.replacement) } == [
        ["../risks/signs.md"], ["../risks/signs.md#late"], [], ["../risks/signs.md"], [],
      ])
  }

  @Test func addressesOfTodayAndOfOtherSitesAreFine() async throws {
    try await findings(
      of: .redirectChain,
      [
        "content/risks/signs.md": Self.moved,
        "content/a.md":
          "[a](https://example.org/risks/signs/) [b](https://example.com/old/signs/) [c](risks/signs.md) "
          + "[d](https://example.org/)\n",
      ])
  }

  @Test func aPathToAFormerAddressIsExplainedWhereItIsMissing() async throws {
    let found = try await findings(
      of: .missingPage,
      ["content/risks/signs.md": Self.moved, "content/a.md": "See 👉[signs](/old/signs/)👈.\n"])
    #expect(found.first?.help == "it has moved: link to the file 'risks/signs.md'")
  }
}
