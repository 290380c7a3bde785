import CCMarkGFM

extension Conversion {
  mutating func readTable(_ node: OpaquePointer, _ made: inout Node) {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    if let alignments = cmark_gfm_extensions_get_table_alignments(node) {
      made.payload = document.add((0..<columns).map { alignments[$0] == 0 ? UInt8(ascii: "-") : alignments[$0] })
    }
    if let before = cmark_node_previous(node), cmark_node_get_start_line(before) == 0 {
      // The table began as part of the paragraph above it, whose place cmark gave it.
      made.line += Int32(lineEnds(in: literalBytes(cmark_node_get_string_content(before))))
      made.column = Int32(rowStart(Int(made.line - lineOffset)) + 1)
    }
    made.endLine = made.line
  }

  mutating func readRow(_ node: OpaquePointer, _ made: inout Node) {
    guard let table = open.last else { return }
    if cmark_gfm_extensions_get_table_row_is_header(node) != 0 {
      made.flags = .header
      made.line = document.nodes[table.index].line
      made.column = document.nodes[table.index].column
    } else {
      made.column = Int32(rowStart(Int(made.line - lineOffset)) + 1)
    }
    made.endLine = made.line
    cellsEntered = 0
    let text = lines.text(of: Int(made.line - lineOffset))
    let start = Int(made.column) - 1
    splitRow(text, from: start, skipsPipe: true)
    made.level = UInt16(clamping: cells.count)
    guard made.flags.contains(.header), !isSplitRight(node, table.pointer, text) else { return }
    // A head row that continues a quote lazily keeps its indentation, which counts as a cell before the first pipe, and
    // may begin with a '>' that is no mark.
    splitRow(text, from: start, skipsPipe: false)
    if isSplitRight(node, table.pointer, text) { return }
    let indentation = text.prefix(while: isSpace).count
    splitRow(text, from: indentation, skipsPipe: false)
    made.column = Int32(indentation + 1)
    document.nodes[table.index].column = made.column
  }

  mutating func readCell(_ node: OpaquePointer, _ made: inout Node) {
    guard let parent = open.last else { return }
    made.flags = document.nodes[parent.index].flags
    made.level = UInt16(clamping: cellsEntered)
    made.line = document.nodes[parent.index].line
    made.endLine = made.line
    let line = Int(made.line - lineOffset)
    let text = lines.text(of: line)
    // A row may be shorter than its table.
    let source = cellsEntered < cells.count ? cells[cellsEntered] : text.count..<text.count
    cellsEntered += 1
    var start = source.lowerBound
    while start < source.upperBound, isSpace(text[start]) { start += 1 }
    var end = source.upperBound
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    (made.column, made.endColumn) = (Int32(start + 1), Int32(end))
    locator.start(cell: literalBytes(cmark_node_get_string_content(node)), source: start..<end, line: line, in: lines)
  }

  /// Whether `cells` are as many as the table's columns, and the first is the row's first.
  private func isSplitRight(
    _ row: OpaquePointer, _ table: OpaquePointer, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard cells.count == Int(cmark_gfm_extensions_get_table_columns(table)), let first = cells.first else {
      return false
    }
    let wanted = literalBytes(cmark_node_get_string_content(cmark_node_first_child(row)))
    // Backslashes before pipes are gone from what cmark read.
    return text[first].contains(UInt8(ascii: "\\")) || text[first].drop(while: isSpace).starts(with: wanted)
  }

  /// Splits a row as cmark does: a pipe ends a cell unless a backslash stands before it.
  private mutating func splitRow(_ row: UnsafeBufferPointer<UInt8>, from start: Int, skipsPipe: Bool) {
    cells.removeAll(keepingCapacity: true)
    var at = start
    if skipsPipe, at < row.count, row[at] == UInt8(ascii: "|") { at += 1 }
    var begin = at
    var hasText = false
    while at < row.count {
      if row[at] == UInt8(ascii: "|"), at == begin || row[at - 1] != UInt8(ascii: "\\") {
        cells.append(begin..<at)
        begin = at + 1
        hasText = false
      } else if !isSpace(row[at]) {
        hasText = true
      }
      at += 1
    }
    if hasText { cells.append(begin..<row.count) }
  }
}
