import Diagnostics
import TestSupport
import Testing

@testable import Content

struct CSVTests {
  private func read(_ text: String) -> (table: CSVTable?, problems: [Diagnostic]) {
    CSV.read(text.utf8, file: "x.csv")
  }

  private func cells(_ text: String) throws -> [[String]] {
    let (table, problems) = read(text)
    #expect(lines(problems) == [])
    let found = try #require(table)
    return ([found.header] + found.rows).map { $0.map(\.text) }
  }

  @Test(arguments: ["a,b\n1,2\n", "a,b\r\n1,2", "a,b\r1,2\r", "\u{FEFF}a,b\n\n1,2\n\n", "\"a\",\"b\"\n\"1\",2"])
  func readsAHeaderAndRows(text: String) throws { #expect(try cells(text) == [["a", "b"], ["1", "2"]]) }

  @Test func readsQuotedCells() throws {
    #expect(
      try cells("a,b\n\"x, \"\"y\"\"\",\"line\r\nbreak\"\n\"\",\n") == [
        ["a", "b"], ["x, \"y\"", "line\r\nbreak"], ["", ""],
      ])
  }

  @Test func keepsSpacesAndReadsASingleColumn() throws { #expect(try cells("a\n b \nc") == [["a"], [" b "], ["c"]]) }

  @Test func placesCellsInBytes() throws {
    let table = try #require(read("é,b\n\"x\ny\",\"z\"").table)
    let places = (table.header + table.rows[0]).map {
      "\($0.location.line):\($0.location.column)+\($0.location.length)"
    }
    #expect(places == ["1:1+2", "1:4+1", "2:1+0", "3:4+3"])
  }

  @Test(arguments: [
    ("a,b\n1\n3,4", "2:2+0 each row takes 2 cells, this has 1"),
    ("a,b\n1,2,x\n3,4", "2:5+1 each row takes 2 cells, this has 3"),
    ("a\n1,2\n3", "2:3+1 each row takes 1 cell, this has 2"),
  ])
  func reportsARaggedRowAndLeavesItOut(text: String, expected: String) {
    let (table, problems) = read(text)
    #expect(lines(problems) == [expected])
    #expect(table?.rows.count == 1)
    #expect(problems.first?.rule == "data/csv-syntax")
  }

  @Test(arguments: [
    ("", "1:1+0 the first line must name the columns, the file is empty"),
    ("a\n\"x", "2:1+0 the quote that opens here is never closed"),
    ("a\n\"", "2:1+0 the quote that opens here is never closed"),
    ("a\n\"x\"\"", "2:1+0 the quote that opens here is never closed"),
    ("a\nx\"y\"", "2:2+0 a quote may only stand around a whole cell"),
    ("a\n\"x\"y", "2:4+0 only a comma may follow the quote that closes a cell"),
  ])
  func saysWhatToMend(text: String, expected: String) {
    let (table, problems) = read(text)
    #expect(table == nil)
    #expect(lines(problems) == [expected])
  }

  @Test func reportsAColumnGivenTwice() {
    let problems = read("a,b,a\n1,2,3").problems
    #expect(lines(problems) == ["1:5+1 the column `a` is given twice"])
    #expect(problems.first?.rule == "data/duplicate-key")
  }

  @Test func reportsWhatIsNotUTF8() {
    #expect(CSV.read([0x61, 0x0A, 0xFF], file: "x.csv").problems.map(\.rule) == ["data/encoding"])
  }

  @Test func neverCrashesOrHangs() {
    var random = SeededRandom(seed: 3)
    let alphabet = Array("ab,,\"\"\n\r ".utf8)
    for count in 0..<20_000 {
      let bytes = random.bytes(count: count % 30, from: alphabet)
      let (table, problems) = CSV.read(bytes, file: "x.csv")
      #expect(table != nil || problems.count == 1, "\(bytes)")
    }
  }
}
