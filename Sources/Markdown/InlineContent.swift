/// The text of one paragraph, heading or table cell as cmark parses it, and where each of its bytes stands in the file.
///
/// cmark's own inline columns are wrong on lazy and indented continuation lines, after link reference definitions, in
/// tables below a paragraph and after multi-line constructs. The text it parsed is exact, though, and each of its lines
/// is the tail of a source line. So places are found by laying that text over the source.
struct InlineContent {
  let text: UnsafeBufferPointer<UInt8>
  private(set) var pieces: [Piece]

  /// A run of `text` that stands in one source line without gaps.
  struct Piece {
    /// Offset in `text` of the first byte.
    var start: Int
    var line: Int32
    /// Column of the first byte, from 1.
    var column: Int32
  }

  /// Line and column of the byte at `offset`.
  func position(_ offset: Int) -> (line: Int32, column: Int32) {
    var low = 0
    var high = pieces.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if pieces[middle].start <= offset { low = middle } else { high = middle - 1 }
    }
    guard !pieces.isEmpty else { return (1, 1) }
    return (pieces[low].line, pieces[low].column + Int32(offset - pieces[low].start))
  }

  /// A paragraph or setext heading whose last line is `lastLine`: each line of the text ends where its source line ends.
  init(text: UnsafeBufferPointer<UInt8>, endingOn lastLine: Int, in lines: SourceLines) {
    self.text = text
    pieces = []
    var starts = [0]
    for (i, byte) in text.enumerated() where byte == 10 && i + 1 < text.count { starts.append(i + 1) }
    for (k, start) in starts.enumerated() {
      let end = k + 1 < starts.count ? starts[k + 1] - 1 : (text.last == 10 ? text.count - 1 : text.count)
      let line = lastLine - starts.count + 1 + k
      let source = lines.range(of: line)
      pieces.append(Piece(start: start, line: Int32(line), column: Int32(max(0, source.count - (end - start)) + 1)))
    }
  }

  /// Text that stands in one line from `column` on.
  init(text: UnsafeBufferPointer<UInt8>, line: Int, column: Int) {
    self.text = text
    pieces = [Piece(start: 0, line: Int32(line), column: Int32(column))]
  }

  /// A table cell: `source` is what the row has between two pipes. A `\|` there is a `|` in the text.
  init(cell text: UnsafeBufferPointer<UInt8>, source: Range<Int>, line: Int, in lines: SourceLines) {
    self.text = text
    let row = lines.text(of: line)
    var at = source.lowerBound
    while at < source.upperBound, isSpace(row[at]) { at += 1 }
    pieces = [Piece(start: 0, line: Int32(line), column: Int32(at + 1))]
    var offset = 0
    while offset < text.count, at < source.upperBound {
      if row[at] == UInt8(ascii: "\\"), at + 1 < source.upperBound, row[at + 1] == UInt8(ascii: "|") {
        at += 1
        pieces.append(Piece(start: offset, line: Int32(line), column: Int32(at + 1)))
      }
      offset += 1
      at += 1
    }
  }
}

/// Splits a table row as cmark does: a pipe ends a cell unless a backslash stands before it.
///
/// - Returns: for each cell the offsets in `row` of what stands between its pipes.
func tableCells(in row: UnsafeBufferPointer<UInt8>, from start: Int) -> [Range<Int>] {
  var at = start
  if at < row.count, row[at] == UInt8(ascii: "|") { at += 1 }
  var cells: [Range<Int>] = []
  var begin = at
  while at < row.count {
    if row[at] == UInt8(ascii: "|"), at == begin || row[at - 1] != UInt8(ascii: "\\") {
      cells.append(begin..<at)
      begin = at + 1
    }
    at += 1
  }
  if row[min(begin, row.count)..<row.count].contains(where: { !isSpace($0) }) { cells.append(begin..<row.count) }
  return cells
}

/// White space as cmark's `cmark_isspace` has it.
@inline(__always)
func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }

/// ASCII punctuation: what a backslash may escape (CommonMark 0.29, section 6.1).
@inline(__always)
func isPunctuation(_ byte: UInt8) -> Bool {
  (byte >= 33 && byte <= 47) || (byte >= 58 && byte <= 64) || (byte >= 91 && byte <= 96)
    || (byte >= 123 && byte <= 126)
}
