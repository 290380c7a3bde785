import Diagnostics
import Testing

@testable import Checks

@Suite struct UnknownTermTests {
  @Test func termsThatTheGlossaryDoesNotHaveAreReported() async throws {
    let found = try await findings(
      of: .unknownTerm,
      [
        "content/data/glossary.yml": "- {id: k-hole, term: K-hole, definition: A state.}\n",
        "content/a.md": "The [k-hole](glossary:k-hole), the 👉[hole](glossary:khole)👈 and 👉[x](glossary:)👈.\n",
      ])
    #expect(found.first?.help == "the nearest is 'k-hole'")
  }
}
