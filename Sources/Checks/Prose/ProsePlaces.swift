import Content
import Diagnostics
import Markdown

extension Prose {
  /// The bytes of the source that a part of the text was written with, as far as they stand on one line.
  func location(of range: Range<Int>, _ input: CheckInput) -> SourceLocation {
    let first = span(at: range.lowerBound)
    let start = place(of: range.lowerBound, in: first, input)
    guard start.length == 0, range.count > 0 else { return start }
    let lastByte = range.upperBound - 1
    var last = span(at: lastByte)
    // A part may run over a line's end; what is underlined ends with the line.
    while last > first, line(of: last) != start.line { last -= 1 }
    let end = last < spans.count - 1 ? min(lastByte, Int(spans[last + 1].start) - 1) : lastByte
    let length = self.length(upTo: max(end, range.lowerBound), in: last, from: start, input)
    return SourceLocation(file: file, line: start.line, column: start.column, length: length)
  }

  func location(ofWords range: Range<Int>, _ input: CheckInput) -> SourceLocation {
    location(of: self.range(ofWords: range), input)
  }

  /// The text node that the byte at `offset` of `text` is from; nil for what stands in the front matter.
  func node(at offset: Int) -> Int? {
    let node = spans[span(at: offset)].node
    return node >= 0 ? Int(node) : nil
  }

  /// The last span that begins at or before an offset.
  private func span(at offset: Int) -> Int {
    var low = 0
    var high = spans.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(spans[middle].start) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func line(of span: Int) -> Int {
    let node = spans[span].node
    return node >= 0 ? Int(document.nodes[Int(node)].line) : places[Int(-1 - node)].line
  }

  /// The place of one byte. With a length if the bytes of its span cannot be told apart: then it is the whole span's.
  private func place(of offset: Int, in index: Int, _ input: CheckInput) -> SourceLocation {
    let span = spans[index]
    let inside = offset - Int(span.start)
    guard span.node >= 0 else {
      let whole = places[Int(-1 - span.node)]
      guard let shift = shift(of: index) else { return whole }
      return SourceLocation(file: file, line: whole.line, column: whole.column + shift + inside)
    }
    let node = document.nodes[Int(span.node)]
    // Definitions of the glossary stand inside another file's value.
    guard page != nil else {
      let length = max(1, Int(node.endColumn - node.column) + 1)
      return SourceLocation(file: file, line: Int(node.line), column: Int(node.column), length: length)
    }
    let offsets = inside..<min(inside + 1, Int(node.payload.length))
    let column = columns(of: offsets, node, Int(span.node), input).lowerBound
    return SourceLocation(file: file, line: Int(node.line), column: column + 1)
  }

  /// Bytes from `start` to the end of what the byte at `offset` was written with.
  private func length(upTo offset: Int, in index: Int, from start: SourceLocation, _ input: CheckInput) -> Int {
    let span = spans[index]
    guard span.node >= 0 else {
      let end = offset + 1 - Int(span.start) + places[Int(-1 - span.node)].column + (shift(of: index) ?? 0)
      return end - start.column
    }
    let node = document.nodes[Int(span.node)]
    let inside = min(offset - Int(span.start), Int(node.payload.length) - 1)
    return columns(of: inside..<(inside + 1), node, Int(span.node), input).upperBound + 1 - start.column
  }

  private func columns(of offsets: Range<Int>, _ node: Node, _ index: Int, _ input: CheckInput) -> Range<Int> {
    let start = Int(node.column) - 1
    // As long in the source as in the text: nothing in it is escaped.
    if node.line == node.endLine, Int(node.endColumn - node.column) + 1 == Int(node.payload.length) {
      return (start + offsets.lowerBound)..<(start + offsets.upperBound)
    }
    guard let line = input.line(Int(node.line), of: file) else { return start..<(start + 1) }
    // An entity stands for whole characters only.
    let literal = Array(document.bytes(node.payload))
    var (lower, upper) = (offsets.lowerBound, offsets.upperBound)
    while lower > 0, literal[lower] & 0xC0 == 0x80 { lower -= 1 }
    while upper < literal.count, literal[upper] & 0xC0 == 0x80 { upper += 1 }
    return SourceColumns.columns(of: lower..<upper, inText: index, document, line: line)
  }

  /// Bytes before the text in a value of the front matter: 0, or 1 in quotes; nil if it is written in another way.
  private func shift(of index: Int) -> Int? {
    let place = places[Int(-1 - spans[index].node)]
    // Lines of one block have one byte between them.
    let next = index + 1 < spans.count ? Int(spans[index + 1].start) - 1 : text.count
    let end = min(next, blocks[block(at: Int(spans[index].start))].text.upperBound)
    let length = end - Int(spans[index].start)
    return place.length == length ? 0 : place.length == length + 2 ? 1 : nil
  }
}
