import Diagnostics
import Testing

@testable import Checks

@Suite struct GlossaryLinkTests {
  @Test func linksOfDefinitionsThatLeadNowhereAreReported() async throws {
    let found = try await findings(
      of: .glossaryLink,
      [
        "content/data/glossary.yml": """
        - {id: ok, term: Fine, definition: "A [state](glossary:hole), see [a site](https://example.org/)."}
        - {id: hole, term: Hole, definition: 👉"A [hole](glossary:hol)."👈}
        - {id: path, term: Path, definition: 👉"See [a page](../a.md)."👈}
        - {id: line, term: Line, definition: 👉"Call [us](support:gb-999)."👈}

        """
      ])
    #expect(found.contains { $0.help == "the nearest is 'hole'" })
  }
}
