import TestSupport
import Testing

@testable import Diagnostics

struct DiagnosticTests {
  private func at(_ file: String, _ line: Int = 0, _ column: Int = 0) -> SourceLocation {
    SourceLocation(file: file, line: line, column: column)
  }

  @Test func sortsByPlaceThenRuleThenMessage() {
    let sorted = [
      Diagnostic("a/a", at: at("a.md"), "whole file first"),
      Diagnostic("z/z", at: at("a.md", 2, 9), "m"),
      Diagnostic("a/a", at: at("a.md", 10, 1), "numbers are no texts"),
      Diagnostic("a/a", at: at("a.md", 10, 2), "a"),
      Diagnostic("a/a", at: at("a.md", 10, 2), "b"),
      Diagnostic("a/b", at: at("a.md", 10, 2), "a"),
      Diagnostic("a/a", at: at("b.md", 1, 1), "m"),
      Diagnostic("a/a", at: at("é.md", 1, 1), "bytes decide, not the alphabet"),
    ]
    var random = SeededRandom(seed: 5)
    for _ in 0..<20 { #expect(sorted.shuffled(using: &random).sortedForReport() == sorted) }
  }

  @Test func reportsTheSameProblemOnce() {
    let one = Diagnostic("a/a", at: at("a.md", 1, 1), "m")
    #expect([one, one].sortedForReport() == [one])
  }

  @Test func ordersSeverities() { #expect(Severity.allCases.sorted() == [.info, .warning, .error]) }

  @Test func knowsWhetherThereAreErrors() {
    #expect(![Diagnostic("a/a", .warning, at: at("a.md"), "m")].hasErrors())
    #expect([Diagnostic("a/a", .warning, at: at("a.md"), "m"), Diagnostic("a/a", at: at("a.md"), "m")].hasErrors())
  }
}
