import Diagnostics
import Testing

@testable import Checks

@Suite struct UnusedDataTests {
  private static func line(_ id: String, _ country: String) -> String {
    "- id: \(id)\n  country: \(country)\n  name: A line\n  kind: crisis\n  phone: \"116123\"\n  display: 116 123\n"
      + "  evidence: https://example.org/\n  verified: 2026-11-01\n"
  }

  @Test func dataThatNoPageDrawsIsReported() async throws {
    let found = try await findings(
      of: .unusedData,
      [
        "content/data/claims.yml": "- {id: a, topic: law}\n- {id: 👉b👈, topic: history}\n",
        "content/data/support-lines.yml": Self.line("uk", "GB") + Self.line("👉nowhere👈", "FR")
          + Self.line("linked", "FR"),
        "content/a.md": ":::claims{topic=law}\n:::\n\n:::support-lines{country=GB}\n:::\n\n[x](support:linked)\n",
      ], directives: ["claims", "support-lines"])
    #expect(found.map(\.message).contains("no page shows the entry 'b' of 'claims'"))
  }

  @Test func aFileThatNoPageDrawsIsReportedOnce() async throws {
    let site = try MarkedSite(["content/data/rates.csv": "year,rate\n2020,1\n2021,2\n"])
    let found = try await site.found(by: [.unusedData])
    #expect(found.map(\.message) == ["no page draws the data of 'rates'"])
    #expect(found.first?.location == SourceLocation(file: "content/data/rates.csv"))
  }

  @Test func dataThatIsDrawnOrServesOtherThingsIsFine() async throws {
    try await findings(
      of: .unusedData,
      [
        "content/data/glossary.yml": "- {id: a, term: A, definition: Text.}\n",
        "content/data/words/en/some.yml": "- word\n", "content/data/rates.csv": "year,rate\n2020,1\n",
        "content/data/soon.csv": "year,rate\n2020,1\n", "content/data/empty.yml": "[]\n",
        "content/a.md": ":::chart{data=rates}\n:::\n",
        "content/b.md": "---\ntitle: B\nstatus: draft\n---\n:::chart{data=soon}\n:::\n",
      ], directives: ["chart"])
  }
}
