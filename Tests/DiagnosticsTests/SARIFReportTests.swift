import Testing

@testable import Diagnostics

struct SARIFReportTests {
  private func results(_ diagnostics: [Diagnostic], _ text: String?) throws -> String {
    let log = SARIFReport.render(diagnostics, tool: "sitegen", version: "1.2") { _ in text.map { Array($0.utf8) } }
    let start = try #require(log.range(of: "\"results\":["))
    return String(log[start.upperBound...].dropLast(5))
  }

  @Test func printsALogWithItsToolAndRules() {
    let diagnostics = ["b/x", "a/y", "b/x"].map { Diagnostic($0, at: SourceLocation(file: "f.md"), "m") }
    let log = SARIFReport.render(diagnostics, tool: "sitegen", version: "1.2") { _ in nil }
    #expect(
      log
        == #"{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","#
        + #""version":"2.1.0","runs":[{"tool":{"driver":{"name":"sitegen","version":"1.2","#
        + #""rules":[{"id":"a/y"},{"id":"b/x"}]}},"columnKind":"unicodeCodePoints","results":["#
        + [(1, "b/x"), (0, "a/y"), (1, "b/x")].map {
          #"{"ruleId":"\#($1)","ruleIndex":\#($0),"level":"error","message":{"text":"m"},"#
            + #""locations":[{"physicalLocation":{"artifactLocation":{"uri":"f.md"}}}]}"#
        }.joined(separator: ",") + "]}]}\n")
  }

  @Test func countsColumnsInCodePoints() throws {
    let place = SourceLocation(file: "f.md", line: 2, column: 8, length: 5)
    #expect(
      try results([Diagnostic("a/b", .warning, at: place, "m")], "x\né😀 漢字x")
        == #"{"ruleId":"a/b","ruleIndex":0,"level":"warning","message":{"text":"m"},"locations":["#
        + #"{"physicalLocation":{"artifactLocation":{"uri":"f.md"},"#
        + #""region":{"startLine":2,"startColumn":4,"endColumn":6}}}]}"#)
  }

  @Test func leavesOutColumnsItCannotConvert() throws {
    let place = SourceLocation(file: "f.md", line: 2, column: 8, length: 5)
    #expect(try results([Diagnostic("a/b", at: place, "m")], nil).contains(#""region":{"startLine":2}"#))
    #expect(try results([Diagnostic("a/b", at: place, "m")], "one line").contains(#""region":{"startLine":2}"#))
  }

  @Test func encodesPathsAsRelativeReferences() throws {
    let diagnostic = Diagnostic("a/b", at: SourceLocation(file: "a:b/ü %.md"), "m")
    #expect(try results([diagnostic], nil).contains(#""uri":"a%3Ab/%C3%BC%20%25.md""#))
  }

  @Test func addsEditsAsOneFix() throws {
    let place = SourceLocation(file: "f.md", line: 1, column: 3, length: 2)
    let other = SourceLocation(file: "f.md", line: 1, column: 1)
    let diagnostic = Diagnostic("a/b", at: place, "m", edits: [Edit(place, "é"), Edit(other, "x")])
    #expect(
      try results([diagnostic], "éabc").hasSuffix(
        #""fixes":[{"artifactChanges":[{"artifactLocation":{"uri":"f.md"},"replacements":["#
          + #"{"deletedRegion":{"startLine":1,"startColumn":2,"endColumn":4},"insertedContent":{"text":"é"}},"#
          + #"{"deletedRegion":{"startLine":1,"startColumn":1,"endColumn":1},"insertedContent":{"text":"x"}}]}]}]}"#))
    // Nothing to convert with: no fix is better than a wrong one.
    #expect(try !results([diagnostic], nil).contains("fixes"))
  }

  @Test func saysWhatItsRulesFind() {
    let log = SARIFReport.render(
      [Diagnostic("a/b", at: SourceLocation(file: "f.md"), "m")], rules: ["a/b": "A \"thing\"."], tool: "t",
      version: "1"
    ) { _ in nil }
    #expect(log.contains(#""rules":[{"id":"a/b","fullDescription":{"text":"A \"thing\"."}}]"#))
  }

  @Test func addsHelpAndNotes() throws {
    let diagnostic = Diagnostic(
      "a/b", .info, at: SourceLocation(file: "f.md"), "m", help: "h",
      notes: [Diagnostic.Note("n"), Diagnostic.Note("here", at: SourceLocation(file: "g.md", line: 1, column: 1))])
    let result = try results([diagnostic], "x")
    #expect(result.contains(#""level":"note","message":{"text":"m\nhelp: h\nnote: n"}"#))
    #expect(
      result.hasSuffix(
        #""relatedLocations":[{"physicalLocation":{"artifactLocation":{"uri":"g.md"},"#
          + #""region":{"startLine":1,"startColumn":1}},"message":{"text":"here"}}]}"#))
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<Index>? { ranges(of: part).first }
}
