import Testing

@testable import Checks

@Suite struct UnusedReferenceTests {
  @Test func whatNothingCitesIsReported() async throws {
    let found = try await findings(
      of: .unusedReference,
      [
        "content/data/references.json": """
        [
          {"id": "page", "title": "A"},
          {"id": "term", "title": "B"},
          {"id": "row", "title": "C"},
          {"id": 👉"none"👈, "title": "D"}
        ]
        """,
        "content/data/glossary.yml": "- id: x\n  term: X\n  definition: It is so [@term].\n",
        "content/data/claims.yml": "- {text: One, reference: row}\n",
        "content/data/animal-studies.yml": "- none\n",
        "content/a.md": "It helps [@page].\n",
      ])
    #expect(found.map(\.message) == ["nothing cites 'none'"])
    #expect(found.map(\.severity) == [.info])
  }
}
