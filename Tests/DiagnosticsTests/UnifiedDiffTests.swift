import TestSupport
import Testing

@testable import Diagnostics

@Suite struct UnifiedDiffTests {
  private func diff(_ before: String, _ after: String) -> String {
    UnifiedDiff.render(Array(before.utf8), Array(after.utf8), old: "a/x.md", new: "b/x.md")
  }

  @Test func equalTextsHaveNone() { #expect(diff("a\nb\n", "a\nb\n") == "") }

  @Test func aChangedLineIsShownWithThreeLinesAround() {
    let lines = (1...9).map { "line \($0)\n" }
    let after = lines.joined().replacing("line 5", with: "line five")
    #expect(
      diff(lines.joined(), after) == """
        --- a/x.md
        +++ b/x.md
        @@ -2,7 +2,7 @@
         line 2
         line 3
         line 4
        -line 5
        +line five
         line 6
         line 7
         line 8

        """)
  }

  @Test func aMissingLastLineEndIsSaid() {
    #expect(
      diff("a\nb", "a\nb\n")
        == "--- a/x.md\n+++ b/x.md\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n")
  }

  @Test func textsFromNothingAndToNothing() {
    #expect(diff("", "a\n") == "--- a/x.md\n+++ b/x.md\n@@ -0,0 +1 @@\n+a\n")
    #expect(diff("a\n", "") == "--- a/x.md\n+++ b/x.md\n@@ -1 +0,0 @@\n-a\n")
  }

  @Test func changesFarApartAreHunksOfTheirOwn() {
    let lines = (1...30).map { "\($0)\n" }
    var after = lines
    after[2] = "three\n"
    after[25] = "twenty-six\n"
    let hunks = diff(lines.joined(), after.joined()).split(separator: "\n").filter { $0.hasPrefix("@@") }
    #expect(hunks == ["@@ -1,6 +1,6 @@", "@@ -23,7 +23,7 @@"])
  }

  /// What `patch` does with it gives the new text, for random texts of few different lines.
  @Test func appliedToTheOldTextItGivesTheNew() throws {
    var random = SeededRandom(seed: 7)
    for _ in 0..<400 {
      func text() -> [String] {
        (0..<Int.random(in: 0...14, using: &random)).map { _ in "\(Int.random(in: 0...4, using: &random))" }
      }
      let (a, b) = (text(), text())
      let rendered = diff(a.map { $0 + "\n" }.joined(), b.map { $0 + "\n" }.joined())
      #expect(try patched(a, rendered) == b, "\(rendered)")
    }
  }

  private func patched(_ old: [String], _ diff: String) throws -> [String] {
    var made: [String] = []
    var at = 0
    for line in diff.split(separator: "\n").dropFirst(2) {
      switch line.first {
      case "@":
        let numbers = try #require(line.firstMatch(of: #/@@ -(\d+)(?:,(\d+))? /#))
        let count = numbers.2.flatMap { Int($0) } ?? 1
        let start = try #require(Int(numbers.1)) - (count == 0 ? 0 : 1)
        made += old[at..<start]
        at = start
      case "-":
        #expect(old[at] == line.dropFirst())
        at += 1
      case "+": made.append(String(line.dropFirst()))
      default:
        #expect(old[at] == line.dropFirst())
        made.append(old[at])
        at += 1
      }
    }
    return made + old[at...]
  }
}
