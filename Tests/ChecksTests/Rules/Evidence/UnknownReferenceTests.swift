import Diagnostics
import Testing

@testable import Checks

@Suite struct UnknownReferenceTests {
  private let references = "[{\"id\": \"berman2000\", \"title\": \"A\"}, {\"id\": \"zarate2006\", \"title\": \"B\"}]"

  @Test func keysThatNameNothingAreReported() async throws {
    let found = try await findings(
      of: .unknownReference,
      [
        "content/data/references.json": references,
        "content/a.md": "It was said [👉@bermann2000👈; @zarate2006], also\n[@berman2000;\n👉@nobody1999👈].\n",
      ])
    #expect(found.map(\.help) == ["the nearest is 'berman2000'", "add it to content/data/references.json"])
    #expect(found.first?.message == "no reference 'bermann2000'")
  }

  @Test func keysInDataAreLookedAt() async throws {
    try await findings(
      of: .unknownReference,
      [
        "content/data/references.json": references,
        "content/data/claims.yml":
          "- text: One\n  references: [berman2000, 👉nobody👈]\n- text: Two\n  reference: 👉none👈\n",
        "content/a.md": ":::claims\n\n:::\n",
      ], directives: ["claims"])
  }
}
