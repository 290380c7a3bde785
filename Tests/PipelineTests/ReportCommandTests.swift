import Testing

@testable import Pipeline

@Suite struct ReportCommandTests {
  @Test func theReportSaysWhatTheFilesShow() throws {
    let site = try SmallSite([
      "content/about/contact.md": SmallSite.page(
        "Contact", "Write to us.\n", "review: {state: compiled, on: 2025-01-01, due: 2026-01-01}\n"),
      "content/risks.md": SmallSite.page("Risks", "It hurts [@a]. Four words are here.\n"),
      "content/data/references.json": "[{\"id\": \"a\", \"title\": \"A\"}, {\"id\": \"b\", \"title\": \"B\"}]",
      "content/data/support-lines.yml": """
      - {id: x, country: GB, name: "A | B", kind: a, url: "https://a.org", evidence: "https://a.org/x",
         verified: 2026-11-01, verifiedBy: Jo}
      """,
      "templates/inlines/citation.html": "{{#marks}}{{number}}{{/marks}}",
    ])
    let run = try ChildProcess.sitegen("report", site.folder.path, "--today", "2026-11-21")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    for line in [
      "# Governance report: Example", "Address: https://example.org/. State of 2026-11-21.",
      "| Signed by a named reviewer | 0 |", "| Put together from sources, signed by nobody | 1 |",
      "| Without any record | 2 |", "- content/about/contact.md, due 2026-01-01",
      "| Pages that cite a source | 1 of 3 |",
      "| References that a page cites | 1 |", "- content/about/contact.md: Contact", "| English | 3 |",
      "| x | A \\| B | GB | 2026-11-01 | Jo | <https://a.org/x> |", "| content/risks.md | - | - |  | - | 1 | 3.0 |",
    ] { #expect(run.output.contains(line + "\n"), "no line \(line) in\n\(run.output)") }
    #expect(run.output.contains("**The site does not have the PIF TICK**"))
    // The same day, the same bytes.
    #expect(
      try ChildProcess.sitegen("report", site.folder.path, "--today", "2026-11-21", "--threads", "1").output
        == run.output)
  }

  @Test func aSiteWithoutAPageForFeedbackSaysSo() throws {
    let site = try SmallSite()
    let run = try ChildProcess.sitegen("report", site.folder.path, "--today", "2026-11-21")
    #expect(run.output.contains("No page is called contact or feedback"))
    #expect(try ChildProcess.sitegen("report", site.folder.path + "/nowhere").status == 2)
  }
}
