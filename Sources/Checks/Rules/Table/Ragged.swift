import Content
import Diagnostics
import Markdown

extension Check {
  /// A row with another number of cells than its table's head.
  static let raggedTable = Check(
    "table/ragged", .warning,
    .init(
      finds:
        "A row of a table with fewer cells than the first row, or with more. What stands in a cell too many is "
        + "not shown at all.",
      why: "A number lands in the wrong column, or a part of the table is lost.",
      bad: "| Harm | How often |\n|---|---|\n| Bladder | often | from the first year |\n",
      good: "| Harm | How often |\n|---|---|\n| Bladder | often, from the first year |\n"),
    scope: .page { view in
      let (tables, document) = (view.prose.tables, view.document)
      var found: [Finding] = []
      for i in tables.lazy.map(Int.init) {
        let columns = Int(document.nodes[i].payload.length)
        for row in document.children(of: i).dropFirst() where Int(document.nodes[row].level) != columns {
          let place = document.nodes[row]
          guard let line = view.input.line(Int(place.line), of: view.page.path) else { continue }
          let cells = TableCells.split(line, from: min(line.count, Int(place.column) - 1))
          if cells.count == columns { continue }
          found.append(
            cells.count < columns
              ? missing(columns, cells, line, at: place, view.page.path)
              : surplus(columns, cells, line, at: place, view.page.path))
        }
      }
      return found
    })

  private static func missing(
    _ columns: Int, _ cells: [Range<Int>], _ line: ArraySlice<UInt8>, at row: Node, _ file: String
  ) -> Finding {
    let start = Int(row.column) - 1
    var end = line.count
    while end > start, line[line.startIndex + end - 1] <= 32 { end -= 1 }
    let isText = !line.dropFirst(start).contains(UInt8(ascii: "|"))
    return Finding(
      at: SourceLocation(file: file, line: Int(row.line), column: start + 1, length: end - start),
      isText
        ? "this line has become a row of the table above"
        : "the row has \(cells.count == 1 ? "1 cell" : "\(cells.count) cells"), the table has \(columns) columns",
      help: isText
        ? "put an empty line before it" : "write the missing cells, or '|' for each that is meant to be empty")
  }

  private static func surplus(
    _ columns: Int, _ cells: [Range<Int>], _ line: ArraySlice<UInt8>, at row: Node, _ file: String
  ) -> Finding {
    let extra = cells[columns...].filter { !$0.isEmpty }
    let start = (extra.first ?? cells[columns]).lowerBound
    let end = extra.last?.upperBound ?? start + 1
    return Finding(
      at: SourceLocation(file: file, line: Int(row.line), column: start + 1, length: end - start),
      extra.isEmpty
        ? "the row has \(cells.count == 1 ? "1 cell" : "\(cells.count) cells"), the table has \(columns) columns"
        : "this is not shown: the table has only \(columns) columns",
      help: extra.isEmpty
        ? "remove the last '|'"
        : "give it a column in the first row, or write '\\|' for a '|' that is part of the text",
      severity: extra.isEmpty ? nil : .error)
  }
}

/// Cuts a line into the cells of a table as cmark does: a pipe ends a cell unless a backslash stands before it.
private enum TableCells {
  /// - Returns: offsets in the line of each cell's text, without white space around it.
  static func split(_ line: ArraySlice<UInt8>, from start: Int) -> [Range<Int>] {
    let row = line.dropFirst(start)
    let offset = line.startIndex
    var cells: [Range<Int>] = []
    var at = row.startIndex
    if at < row.endIndex, row[at] == UInt8(ascii: "|") { at += 1 }
    var begin = at
    while at < row.endIndex {
      if row[at] == UInt8(ascii: "|"), at == begin || row[at - 1] != UInt8(ascii: "\\") {
        cells.append(trimmed(begin..<at, row, offset))
        begin = at + 1
      }
      at += 1
    }
    let rest = trimmed(begin..<row.endIndex, row, offset)
    if !rest.isEmpty { cells.append(rest) }
    return cells
  }

  private static func trimmed(_ range: Range<Int>, _ row: ArraySlice<UInt8>, _ offset: Int) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, row[start] <= 32 { start += 1 }
    while end > start, row[end - 1] <= 32 { end -= 1 }
    return (start - offset)..<(end - offset)
  }
}
