import Content
import Diagnostics
import Markdown

/// Words by which an open page finds the place of a diagnostic again, since built pages know nothing of source lines.
package struct PageQuote: Sendable, Hashable {
  /// Stands where a page shows something else than the source's own words, such as the number of a citation.
  package static let unknown: Character = "\u{FFFC}"

  /// The text of the paragraph, heading, cell or block of code, with spaces folded to one.
  package let block: String
  /// The words in it that are meant; empty for all of it.
  package let text: String

  /// - Parameters:
  ///   - location: in the page's file.
  ///   - lines: of the page's file.
  /// - Returns: nil if the place is in no block of text.
  package init?(of location: SourceLocation, on page: ParsedPage, _ lines: inout SourceLines) {
    let document = page.document
    guard location.line >= 1, let block = Self.block(at: location, document) else { return nil }
    let words = Self.words(of: block, document)
    guard words.contains(where: { $0 != Self.unknown && $0 != " " }) else { return nil }
    self.block = words
    text = Self.meant(location, block, document, words, &lines)
  }

  private static func block(at location: SourceLocation, _ document: Document) -> Int? {
    var found: Int?
    for (i, node) in document.nodes.enumerated() {
      switch node.kind {
      case .paragraph, .heading, .tableCell, .codeBlock: break
      default: continue
      }
      if node.line > location.line { break }
      if covers(node, location) { found = i }
    }
    return found
  }

  private static func covers(_ node: Node, _ location: SourceLocation) -> Bool {
    let (line, column) = (Int32(clamping: location.line), Int32(clamping: max(location.column, 1)))
    if line < node.line || line > node.endLine { return false }
    // A finding that names a line and no column means whatever is there.
    if location.column < 1 { return true }
    return (line > node.line || column >= node.column) && (line < node.endLine || column <= node.endColumn)
  }

  private static func words(of block: Int, _ document: Document) -> String {
    if document.nodes[block].kind == .codeBlock { return folded(document.string(document.nodes[block].payload)) }
    var text = ""
    for node in document.nodes[(block + 1)..<Int(document.nodes[block].end)] {
      switch node.kind {
      case .text, .code: text += document.string(node.payload)
      case .softBreak, .lineBreak: text += " "
      case .citation, .footnoteReference, .directive, .htmlInline: text.append(unknown)
      case .link:
        let link = document.links[Int(node.payload.start)]
        // A page shows the number of the register there.
        if document.bytes(link.destination).starts(with: "support:".utf8) { text.append(unknown) }
      default: break
      }
    }
    return folded(text)
  }

  /// The words that stand at the place, if a page shows them as they are written; else those of the innermost node there.
  private static func meant(
    _ location: SourceLocation, _ block: Int, _ document: Document, _ words: String, _ lines: inout SourceLines
  ) -> String {
    if location.length > 0, location.column >= 1, let line = lines.line(of: location) {
      let start = line.startIndex + location.column - 1
      let end = min(start + location.length, line.endIndex)
      if start < end {
        let written = folded(String(decoding: line[start..<end], as: UTF8.self))
        if !written.isEmpty, words.contains(written) { return written }
      }
    }
    var found = ""
    for i in (block + 1)..<max(block + 1, Int(document.nodes[block].end)) where covers(document.nodes[i], location) {
      let text = folded(document.plainText(of: i))
      if !text.isEmpty, words.contains(text) { found = text }
    }
    return found == words ? "" : found
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
