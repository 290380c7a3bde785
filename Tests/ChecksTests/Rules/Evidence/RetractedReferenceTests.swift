import Testing

@testable import Checks

@Suite struct RetractedReferenceTests {
  @Test func everyKindOfCitationIsLookedAt() async throws {
    let found = try await findings(
      of: .retractedReference,
      [
        "content/data/references.json": "[{\"id\": \"good\", \"title\": \"A\"}, {\"id\": \"gone\", \"title\": \"B\"}]",
        "content/data/retracted.yml": "- {work: gone, because: withdrawn by its journal}\n",
        "content/data/claims.yml": "- {text: One, references: [good, 👉gone👈]}\n",
        "content/a.md": "It *helps* &amp; heals [@good; 👉@gone👈].\n\n- ünd [👉@gone👈]\n",
      ])
    #expect(found.allSatisfy { $0.message == "'gone' was withdrawn: withdrawn by its journal" })
  }

  @Test func anEmptyListFindsNothing() async throws {
    try await findings(
      of: .retractedReference,
      [
        "content/data/references.json": "[{\"id\": \"good\", \"title\": \"A\"}]",
        "content/data/retracted.yml": "# Nothing yet.\n[]\n", "content/a.md": "It helps [@good].\n",
      ])
  }
}
