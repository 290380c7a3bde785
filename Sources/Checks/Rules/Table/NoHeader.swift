import Content
import Diagnostics
import Markdown

extension Check {
  /// A table whose columns have no names.
  static let tableWithoutHeader = Check(
    "table/no-header", .warning,
    .init(
      finds: "A table whose first row is empty, or has an empty cell. The first cell of all may be empty.",
      why: "Screen readers say the name of the column with each cell. Without it a number is just a number.",
      bad: "| | |\n|---|---|\n| Bladder | often |\n| Liver | sometimes |\n",
      good: "| Harm to | How often |\n|---|---|\n| Bladder | often |\n| Liver | sometimes |\n"),
    scope: .page { view in
      let (tables, document) = (view.prose.tables, view.document)
      var found: [Finding] = []
      for i in tables.lazy.map(Int.init) {
        let cells = document.children(of: i + 1)
        let empty = cells.filter { isEmpty($0, document) }
        if empty.isEmpty { continue }
        if empty.count == cells.count {
          found.append(
            Finding(
              at: view.page.location(ofRow: i + 1), "the columns of this table have no names",
              help: "write in the first row what is in each column"))
          continue
        }
        for cell in empty where cell != cells.first {
          found.append(
            Finding(
              at: emptyCell(cell, view), "this column has no name", help: "write in the first row what is in it"))
        }
      }
      return found
    })

  private static func isEmpty(_ cell: Int, _ document: Document) -> Bool {
    document.nodes[(cell + 1)..<Int(document.nodes[cell].end)].allSatisfy { node in
      // A space that does not break is still nothing to read.
      node.kind == .text && document.bytes(node.payload).allSatisfy { $0 <= 32 || $0 == 0xC2 || $0 == 0xA0 }
    }
  }

  /// The gap between two pipes.
  private static func emptyCell(_ cell: Int, _ view: PageView) -> SourceLocation {
    let node = view.document.nodes[cell]
    let location = view.page.location(ofRow: Int(cell))
    guard node.endColumn < node.column, let line = view.input.line(Int(node.line), of: view.page.path) else {
      return location
    }
    var start = min(Int(node.column) - 1, line.count)
    while start > 0, line[line.startIndex + start - 1] == 32 || line[line.startIndex + start - 1] == 9 { start -= 1 }
    return SourceLocation(
      file: view.page.path, line: Int(node.line), column: start + 1, length: Int(node.column) - 1 - start)
  }
}

extension Page {
  /// A row of a table or a cell of it, without white space after it.
  func location(ofRow i: Int) -> SourceLocation {
    let node = document.nodes[i]
    return SourceLocation(
      file: path, line: Int(node.line), column: Int(node.column),
      length: max(0, Int(node.endColumn - node.column) + 1))
  }
}
