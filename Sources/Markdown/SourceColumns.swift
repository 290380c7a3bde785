/// Finds the bytes of a file that a part of a text node was written with: backslashes and entities make them more than
/// the text shows.
package enum SourceColumns {
  /// - Parameters:
  ///   - range: offsets in the literal of text node `index`.
  ///   - line: the node's line in its file, without its line end.
  /// - Returns: offsets in `line`.
  package static func columns(
    of range: Range<Int>, inText index: Int, _ document: Document, line: ArraySlice<UInt8>
  ) -> Range<Int> {
    let node = document.nodes[index]
    let start = Int(node.column) - 1
    return line.withUnsafeBufferPointer { line in
      var locator = InlineLocator()
      locator.start(line, line: 1, column: 1)
      locator.skip(to: start)
      let opening = opening(around: index, document, line)
      let literal = Int(node.payload.start)
      return document.text.withUnsafeBufferPointer { text in
        func walk(_ part: Range<Int>) {
          let bytes = text[(literal + part.lowerBound)..<(literal + part.upperBound)]
          _ = locator.text(UnsafeBufferPointer(rebasing: bytes), inside: opening)
        }
        walk(0..<range.lowerBound)
        let first = locator.at
        walk(range)
        return first..<max(first, locator.at)
      }
    }
  }

  /// How the link that the text stands in begins: what an autolink shows is written as it is shown.
  private static func opening(
    around index: Int, _ document: Document, _ line: UnsafeBufferPointer<UInt8>
  ) -> InlineLocator.Opening {
    guard index > 0, document.nodes[index - 1].kind == .link else { return .bracket }
    let link = document.nodes[index - 1]
    let column = Int(link.column) - 1
    guard link.line == document.nodes[index].line, column < line.count else { return .bracket }
    switch line[column] {
    case UInt8(ascii: "["): return .bracket
    case UInt8(ascii: "<"): return .angle
    default: return .bare
    }
  }
}
