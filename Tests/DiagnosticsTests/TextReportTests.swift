import TestSupport
import Testing

@testable import Diagnostics

struct TextReportTests {
  private func report(
    _ line: String, column: Int, length: Int = 0, lineNumber: Int = 1, colour: Bool = false
  ) -> [String] {
    let location = SourceLocation(file: "a.md", line: lineNumber, column: column, length: length)
    let bytes = Array((String(repeating: "\n", count: lineNumber - 1) + line).utf8)
    let text = TextReport.render([Diagnostic("a/b", at: location, "m")], colour: colour) { _ in bytes }
    return text.split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func printsHeadlineExcerptHelpAndNotes() {
    let line = "See [get help](../help/emergency.md#when-to-get-help)."
    let diagnostic = Diagnostic(
      "link/missing-anchor",
      at: SourceLocation(file: "content/risks/bladder.md", line: 42, column: 16, length: 38),
      "no heading 'when-to-get-help' in content/help/emergency.md", help: "the nearest is 'get-help-now'",
      notes: [
        Diagnostic.Note("also defined here", at: SourceLocation(file: "content/x.md", line: 3, column: 1)),
        Diagnostic.Note("since version 2"),
      ])
    let bytes = Array((String(repeating: "text\n", count: 41) + line + "\n").utf8)
    #expect(
      TextReport.render([diagnostic]) { $0 == "content/risks/bladder.md" ? bytes : nil } == """
        content/risks/bladder.md:42:16: error[link/missing-anchor]: no heading 'when-to-get-help' in content/help/emergency.md
           42 | See [get help](../help/emergency.md#when-to-get-help).
              |                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          help: the nearest is 'get-help-now'
          note: also defined here: content/x.md:3:1
          note: since version 2

        """)
  }

  @Test func printsOnlyTheFirstLineWhenConcise() {
    let diagnostic = Diagnostic("a/b", .warning, at: SourceLocation(file: "a.md", line: 1, column: 2), "m", help: "h")
    #expect(TextReport.render([diagnostic], concise: true) { _ in [0x61] } == "a.md:1:2: warning[a/b]: m\n")
  }

  @Test func printsNoExcerptForAWholeFileOrAMissingOne() {
    let whole = Diagnostic("a/b", .info, at: SourceLocation(file: "a.md"), "m")
    let beyond = Diagnostic("a/b", at: SourceLocation(file: "a.md", line: 9, column: 1), "m")
    #expect(
      TextReport.render([whole, beyond]) { _ in Array("x\n".utf8) } == "a.md: info[a/b]: m\na.md:9:1: error[a/b]: m\n")
    #expect(TextReport.render([beyond]) { _ in nil } == "a.md:9:1: error[a/b]: m\n")
  }

  @Test func printsNoUnderlineWithoutAColumn() {
    let location = SourceLocation(file: "a.md", line: 1)
    #expect(
      TextReport.render([Diagnostic("a/b", at: location, "m")]) { _ in [0x61] } == "a.md:1: error[a/b]: m\n    1 | a\n")
  }

  @Test func alignsNumbersToTheGutter() {
    #expect(report("x", column: 1, lineNumber: 7) == ["    7 | x", "      | ^"])
    #expect(report("x", column: 1, lineNumber: 12345) == ["12345 | x", "      | ^"])
    #expect(report("x", column: 1, lineNumber: 123456) == ["123456 | x", "       | ^"])
  }

  @Test(arguments: [
    ("né x", 5, 1, "   ^"),  // two bytes, one column
    ("漢字 x", 8, 1, "     ^"),  // three bytes, two columns
    ("漢字", 4, 3, "  ^~"),
    ("😀x", 5, 1, "  ^"),
    ("e\u{301}x", 4, 1, " ^"),  // a combining accent has no column
    ("👩‍💻x", 12, 1, "  ^"),  // two emoji joined into one
    ("🇬🇧x", 9, 1, "  ^"),
    ("👍🏽x", 9, 1, "  ^"),
    ("ｘy", 4, 1, "  ^"),  // full-width
    ("é", 2, 1, "^"),  // inside a character
    ("ab", 3, 0, "  ^"),  // behind the last
    ("ab", 99, 5, "  ^"),
    ("abc", 2, 99, " ^~"),
  ])
  func putsTheCaretUnderTheColumn(line: String, column: Int, length: Int, expected: String) {
    #expect(report(line, column: column, length: length).last == "      | " + expected)
  }

  @Test func copiesTabsIntoThePadding() {
    #expect(report("\ta\tb", column: 4) == ["    1 | \ta\tb", "      | \t \t^"])
  }

  @Test func showsTheLineOfEveryKindOfLineBreak() {
    let bytes = Array("a\r\nb\rc\nd".utf8)
    let shown = (1...4).map { line in
      TextReport.render([Diagnostic("a/b", at: SourceLocation(file: "f", line: line), "m")]) { _ in bytes }.suffix(2)
    }
    #expect(shown == ["a\n", "b\n", "c\n", "d\n"])
  }

  @Test func doesNotCountAByteOrderMark() {
    #expect(report("\u{FEFF}ab", column: 2) == ["    1 | ab", "      |  ^"])
  }

  @Test(arguments: [1, 60, 150, 400, 700, 988, 1000])
  func cutsLongLinesAroundTheCaret(column: Int) throws {
    // Each tenth column names itself, so the caret must point at the text it should.
    let line = (0..<100).map { String(1000 + $0 * 10) + "......" }.joined()
    let lines = report(line, column: column, length: 4)
    let shown = Array(try #require(lines.first).dropFirst(8))
    let caret = Array(try #require(lines.last).dropFirst(8))
    #expect((110...120).contains(shown.count))
    let place = try #require(caret.firstIndex(of: "^"))
    let wanted = Array(line)[(column - 1)..<min(column + 3, line.count)]
    #expect(String(shown[place..<min(place + 4, shown.count)]) == String(wanted))
    #expect(shown.contains("…"))
  }

  @Test func cutsAHugeLineWithoutLookingAtAllOfIt() {
    let line = String(repeating: "漢", count: 200_000)
    let lines = report(line, column: 300_001, length: 3)
    #expect(lines.allSatisfy { $0.utf8.count < 400 })
    #expect(lines.last?.hasSuffix("^~") == true)
  }

  @Test func letsNoTerminalEscapeThrough() {
    let evil = "a\u{1B}[31mb\u{7}\u{9B}2J\u{7F}\u{0}\u{202E}c"
    let diagnostic = Diagnostic(
      "a/b", at: SourceLocation(file: evil, line: 1, column: 1), evil, help: evil,
      notes: [Diagnostic.Note(evil, at: SourceLocation(file: evil))])
    let text = TextReport.render([diagnostic]) { _ in Array(evil.utf8) + [0x9B, 0xFF, 0x1B] }
    #expect(text.contains("a␛[31mb␇\u{FFFD}2J␡␀\u{FFFD}c"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
  }

  @Test func coloursSeverityAndUnderlineOnly() {
    let location = SourceLocation(file: "a.md", line: 1, column: 2)
    let text = TextReport.render([Diagnostic("a/b", .warning, at: location, "m")], colour: true) { _ in [0x61, 0x62] }
    #expect(text == "a.md:1:2: \u{1B}[1;33mwarning[a/b]\u{1B}[0m: m\n    1 | ab\n      |  \u{1B}[1;33m^\u{1B}[0m\n")
  }

  @Test func neverCrashes() {
    var random = SeededRandom(seed: 4)
    for count in 0..<3000 {
      let bytes = (0..<count % 300).map { _ in UInt8.random(in: 0...255, using: &random) }
      let location = SourceLocation(
        file: "f", line: Int.random(in: -1...3, using: &random), column: Int.random(in: -1...400, using: &random),
        length: Int.random(in: -1...400, using: &random))
      let text = TextReport.render([Diagnostic("a/b", at: location, "m")]) { _ in bytes }
      #expect(text.hasPrefix("f"))
      _ = SARIFReport.render([Diagnostic("a/b", at: location, "m")], tool: "t", version: "1") { _ in bytes }
    }
  }

  @Test func countsInTheSummary() {
    func summary(_ severities: [Severity], file: (Int) -> String = { _ in "a" }) -> String {
      TextReport.summary(
        severities.enumerated().map { Diagnostic("a/b", $1, at: SourceLocation(file: file($0)), "m") })
    }
    #expect(summary([]) == "no problems")
    #expect(summary([.error]) == "1 error in 1 file")
    #expect(summary([.warning, .error, .warning], file: { "\($0 % 2)" }) == "1 error and 2 warnings in 2 files")
    #expect(summary([.info, .warning, .error, .error]) == "2 errors, 1 warning and 1 remark in 1 file")
  }
}
