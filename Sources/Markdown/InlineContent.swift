/// The text of one paragraph, heading or table cell as cmark parses it, and where each of its bytes stands in the file.
///
/// cmark's own inline columns are wrong on lazy and indented continuation lines, after link reference definitions, in
/// tables below a paragraph and after multi-line constructs. The text it parsed is exact, though, and each of its lines
/// is the tail of a source line. So places are found by laying that text over the source.
struct InlineContent {
  private(set) var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var pieces: [Piece] = []
  /// The piece that was found last; places are asked for from front to back.
  private var current = 0

  /// A run of `text` that stands in one source line without gaps.
  private struct Piece {
    /// Offset in `text` of the first byte.
    var start: Int
    var line: Int32
    /// Column of the first byte, from 1; less where cmark put spaces in place of a tab.
    var column: Int32
  }

  /// Line and column of the byte at `offset`.
  @inline(__always)
  mutating func position(_ offset: Int) -> (line: Int32, column: Int32) {
    while current + 1 < pieces.count, pieces[current + 1].start <= offset { current += 1 }
    while current > 0, pieces[current].start > offset { current -= 1 }
    guard current < pieces.count else { return (1, 1) }
    // Never before the line's start, not even where cmark has put three bytes in place of a NUL.
    return (pieces[current].line, max(1, pieces[current].column + Int32(offset - pieces[current].start)))
  }

  private mutating func reset(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    pieces.removeAll(keepingCapacity: true)
    current = 0
  }

  /// A paragraph or setext heading whose last line is `lastLine`: each line of the text ends where its source line ends.
  mutating func start(_ text: UnsafeBufferPointer<UInt8>, endingOn lastLine: Int, in lines: SourceLines) {
    reset(text)
    var end = text.last == 10 ? text.count - 1 : text.count
    var line = lastLine
    while true {
      let start = startOfLine(endingAt: end)
      pieces.append(
        Piece(start: start, line: Int32(line), column: Int32(lines.range(of: line).count - (end - start) + 1)))
      if start == 0 { break }
      end = start - 1
      line -= 1
    }
    if pieces.count > 1 { pieces.reverse() }
  }

  /// A paragraph above a table. cmark has trimmed it, and taken the backslash off each `\|`.
  mutating func start(aboveTable text: UnsafeBufferPointer<UInt8>, endingOn lastLine: Int, in lines: SourceLines) {
    reset(text)
    var end = text.count
    var line = lastLine
    while true {
      let start = startOfLine(endingAt: end)
      let row = lines.text(of: line)
      var at = row.count
      if line == lastLine { while at > 0, isSpace(row[at - 1]) { at -= 1 } }
      var offset = end
      while offset > start, at > 0 {
        offset -= 1
        at -= 1
        guard row[at] == UInt8(ascii: "|"), at > 0, row[at - 1] == UInt8(ascii: "\\") else { continue }
        pieces.append(Piece(start: offset, line: Int32(line), column: Int32(at + 1)))
        at -= 1
      }
      pieces.append(Piece(start: start, line: Int32(line), column: Int32(at - (offset - start) + 1)))
      if start == 0 { break }
      end = start - 1
      line -= 1
    }
    pieces.reverse()
  }

  private func startOfLine(endingAt end: Int) -> Int {
    var start = end
    while start > 0, text[start - 1] != 10 { start -= 1 }
    return start
  }

  /// Text that stands in one line from `column` on.
  mutating func start(_ text: UnsafeBufferPointer<UInt8>, line: Int, column: Int) {
    reset(text)
    pieces.append(Piece(start: 0, line: Int32(line), column: Int32(column)))
  }

  /// A table cell: `source` is what the row has between two pipes, without the space around it. A `\|` there is a `|`
  /// in the text.
  mutating func start(cell text: UnsafeBufferPointer<UInt8>, source: Range<Int>, line: Int, in lines: SourceLines) {
    start(text, line: line, column: source.lowerBound + 1)
    if source.count == text.count { return }
    let row = lines.text(of: line)
    var at = source.lowerBound
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

/// White space as cmark's `cmark_isspace` has it.
@inline(__always)
func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }

/// ASCII punctuation: what a backslash may escape (CommonMark 0.29, section 6.1).
@inline(__always)
func isPunctuation(_ byte: UInt8) -> Bool {
  (byte >= 33 && byte <= 47) || (byte >= 58 && byte <= 64) || (byte >= 91 && byte <= 96)
    || (byte >= 123 && byte <= 126)
}
