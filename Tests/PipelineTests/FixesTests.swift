import Diagnostics
import Testing

@testable import Pipeline

@Suite struct FixesTests {
  private func finding(_ edits: (line: Int, column: Int, length: Int, text: String)...) -> Diagnostic {
    Diagnostic(
      "a/b", at: SourceLocation(file: "f.md", line: 1, column: 1), "m",
      edits: edits.map {
        Edit(SourceLocation(file: "f.md", line: $0.line, column: $0.column, length: $0.length), $0.text)
      })
  }

  private func apply(_ findings: [Diagnostic], to text: String) -> (text: String, count: Int) {
    var files: [String: [UInt8]] = [:]
    let count = Fixes.apply(findings, to: &files) { _ in Array(text.utf8) }
    return (files["f.md"].map { String(decoding: $0, as: UTF8.self) } ?? text, count)
  }

  @Test func editsChangeExactlyTheirBytes() {
    let made = apply(
      [finding((1, 3, 2, "XYZ")), finding((2, 1, 0, "é")), finding((2, 4, 1, ""))], to: "abcdef\nghij\n")
    #expect(made.text == "abXYZef\néghi\n")
    #expect(made.count == 3)
  }

  @Test func findingsThatTouchAreMendedOneAfterTheOther() {
    let made = apply([finding((1, 1, 3, "x")), finding((1, 3, 2, "y")), finding((1, 4, 1, "z"))], to: "abcdef\n")
    #expect(made.text == "xdef\n")
    #expect(made.count == 1)
  }

  @Test func aFindingIsMendedAsAWholeOrNotAtAll() {
    let made = apply([finding((1, 1, 1, "x")), finding((2, 1, 1, "y"), (1, 1, 1, "z"))], to: "a\nb\n")
    #expect(made.text == "x\nb\n")
    #expect(made.count == 1)
  }

  @Test func editsBeyondALineAreLeftAlone() {
    #expect(apply([finding((1, 2, 5, "x")), finding((9, 1, 0, "y"))], to: "a\nb\n").count == 0)
  }
}
