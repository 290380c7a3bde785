import Testing

@testable import Diagnostics

struct JSONReportTests {
  @Test func printsAnEmptyList() { #expect(JSONReport.render([]) == "{\"schemaVersion\":1,\"diagnostics\":[]}\n") }

  @Test func printsEveryField() {
    let first = Diagnostic(
      "link/missing-page", .warning, at: SourceLocation(file: "a.md", line: 1, column: 2, length: 3), "no \"page\"",
      help: "h",
      notes: [Diagnostic.Note("n"), Diagnostic.Note("here", at: SourceLocation(file: "b.md", line: 4, column: 5))],
      edits: [Edit(SourceLocation(file: "a.md", line: 1, column: 2, length: 3), "\"new\"")])
    let second = Diagnostic("a/b", at: SourceLocation(file: "c.md"), "m")
    #expect(
      JSONReport.render([first, second])
        == #"{"schemaVersion":1,"diagnostics":["#
        + #"{"rule":"link/missing-page","severity":"warning","file":"a.md","line":1,"column":2,"length":3,"#
        + #""message":"no \"page\"","help":"h","notes":[{"message":"n"},"#
        + #"{"message":"here","file":"b.md","line":4,"column":5,"length":0}],"#
        + #""edits":[{"file":"a.md","line":1,"column":2,"length":3,"replacement":"\"new\""}]},"#
        + #"{"rule":"a/b","severity":"error","file":"c.md","line":0,"column":0,"length":0,"#
        + #""message":"m","help":null,"notes":[],"edits":[]}]}"# + "\n")
  }

  @Test func escapesWhatJSONCannotHold() {
    #expect(JSONReport.quoted("a\"\\\n\r\t\0\u{1F}\u{7F}é😀/") == #""a\"\\\n\r\t\u0000\u001f"# + "\u{7F}é😀/\"")
    #expect(JSONReport.quoted("\r\n") == #""\r\n""#)
  }
}
