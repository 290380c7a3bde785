/// Finds where the bytes of text nodes stand in the source, where backslashes and entities have shifted them.
///
/// Goes through each node from front to back, so that any number of questions about one node costs one walk.
struct TextPlaces {
  private let document: Document
  private let source: MarkdownExtension.Source
  private var node = -1
  /// Offset in the node's literal up to which `locator` has walked.
  private var done = 0
  private var locator = InlineLocator()

  init(_ document: Document, _ source: MarkdownExtension.Source) {
    self.document = document
    self.source = source
  }

  /// Offset in its line of the byte at `offset` of text node `index`, and the source's byte there: a backslash or an
  /// ampersand where the text's byte was escaped.
  ///
  /// Offsets into one node have to grow from call to call.
  mutating func place(_ index: Int, _ offset: Int) -> (column: Int, byte: UInt8) {
    let line = source.lines.text(of: Int(document.nodes[index].line) - source.lineOffset)
    if node != index {
      (node, done) = (index, 0)
      locator.start(line, line: 1, column: 1)
      locator.skip(to: Int(document.nodes[index].column) - 1)
    }
    let start = Int(document.nodes[index].payload.start)
    document.text.withUnsafeBufferPointer { text in
      _ = locator.text(UnsafeBufferPointer(rebasing: text[(start + done)..<(start + offset)]), inside: .bracket)
    }
    done = offset
    return (locator.at, locator.at < line.count ? line[locator.at] : 0)
  }
}
