import Diagnostics

/// What a node is. Names are those of the CommonMark and GitHub Flavored Markdown specifications; the last group is ours.
package enum Kind: UInt8, Sendable {
  case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
  case footnoteDefinition, table, tableRow, tableCell
  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image, footnoteReference
  case directive, directiveFence, citation
}

/// One node of a document, 36 bytes. What `payload` and `level` mean depends on `kind`:
///
/// | kind | `payload` | `level` |
/// |---|---|---|
/// | text, code, htmlInline, htmlBlock | its literal, a range of `Document.text` | – |
/// | codeBlock | its literal | bytes of the info string, which follow the literal in `Document.text` |
/// | heading | its anchor | 1 to 6 |
/// | list | lower bound: the first number, -1 for a bullet list | – |
/// | table | its alignments, one of `l c r -` a column | – |
/// | tableRow | – | cells that its line has, which may be more or fewer than the table's columns |
/// | tableCell | – | column, from 0 |
/// | footnoteDefinition | its label | number of references to it |
/// | footnoteReference | start: index into `Document.footnotes`; length: which reference to it this is, from 1 | – |
/// | link, image | lower bound: index into `Document.links` | – |
/// | directive, citation | lower bound: index into `Document.directives` or `.citations` | – |
package struct Node: Sendable {
  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// A paragraph that is written without its `<p>`, as an item of a tight list.
    package static let tight = Flags(rawValue: 1)
    /// A list of items (`[ ]`), or a checked or unchecked item.
    package static let task = Flags(rawValue: 2)
    package static let checked = Flags(rawValue: 4)
    /// The head row of a table, or one of its cells.
    package static let header = Flags(rawValue: 8)
    /// The paragraph that ends a footnote: the link back goes inside it.
    package static let lastInFootnote = Flags(rawValue: 16)
  }

  package var kind: Kind
  package var flags: Flags = []
  package var level: UInt16 = 0
  /// Index just past this node's last descendant.
  package var end: Int32 = 0
  package var payload: ByteRange = ByteRange(start: 0, length: 0)
  /// Line and column, from 1, in UTF-8 bytes, in the whole file (front matter included).
  package var line: Int32
  package var column: Int32
  /// Position of the last byte of the node.
  package var endLine: Int32
  package var endColumn: Int32
}

/// A range of `Document.text`, in bytes.
package struct ByteRange: Sendable, Hashable {
  package var start: Int32
  package var length: Int32

  package init(start: Int32, length: Int32) {
    self.start = start
    self.length = length
  }
}

/// A link or image as the author wrote it.
package struct Link: Sendable {
  /// Index of its node.
  package var node: Int32
  package var destination: ByteRange
  package var title: ByteRange
}

/// A parsed Markdown text: a tree of values in one flat array, in document order.
///
/// Node 0 is the document. Children of node `i` start at `i + 1`; the next sibling of `j` is `nodes[j].end`.
/// Flat, because a tree of objects costs several times the parse itself and most of the memory of a large site.
package struct Document: Sendable {
  package var nodes: [Node] = []
  /// Literals, destinations and anchors, back to back.
  package var text: [UInt8] = []
  package var links: [Link] = []
  package var directives: [Directive] = []
  package var citations: [Citation] = []
  /// Indices of the headings' nodes.
  package var headings: [Int32] = []
  /// Indices of the footnotes' nodes, in the order in which the text refers to them.
  package var footnotes: [Int32] = []
  /// Comments that ask checks to be silent about a place; they are no nodes, so no page shows them.
  package var suppressions: [Suppression] = []

  package init() {}

  package func bytes(_ range: ByteRange) -> ArraySlice<UInt8> {
    text[Int(range.start)..<Int(range.start + range.length)]
  }

  package func string(_ range: ByteRange) -> String { String(decoding: bytes(range), as: UTF8.self) }

  package mutating func add(_ bytes: some Collection<UInt8>) -> ByteRange {
    let range = ByteRange(start: Int32(text.count), length: Int32(bytes.count))
    text.append(contentsOf: bytes)
    return range
  }

  /// Indices of the direct children of node `parent`.
  package func children(of parent: Int) -> [Int] {
    var found: [Int] = []
    var i = parent + 1
    while i < Int(nodes[parent].end) {
      found.append(i)
      i = Int(nodes[i].end)
    }
    return found
  }

  /// The text a reader meets in node `i`, without markup; breaks count as a space.
  package func plainText(of i: Int) -> String {
    var found: [UInt8] = []
    appendPlainText(of: i, to: &found)
    return String(decoding: found, as: UTF8.self)
  }

  func appendPlainText(of i: Int, to found: inout [UInt8]) {
    for node in nodes[i..<Int(nodes[i].end)] {
      switch node.kind {
      case .text, .code: found.append(contentsOf: bytes(node.payload))
      case .softBreak, .lineBreak: found.append(UInt8(ascii: " "))
      default: break
      }
    }
  }
}

extension Document {
  /// Whether an image is said to tell nothing: `![](line.svg "decorative")`.
  package func isDecorative(_ link: Link) -> Bool { bytes(link.title).elementsEqual("decorative".utf8) }
}

extension Document {
  /// Replaces the nodes by `made` and brings every index into them up to date.
  mutating func replaceNodes(_ made: [Node]) {
    nodes = made
    headings.removeAll(keepingCapacity: true)
    footnotes.removeAll(keepingCapacity: true)
    for (i, node) in nodes.enumerated() {
      switch node.kind {
      case .link, .image: links[Int(node.payload.start)].node = Int32(i)
      case .heading: headings.append(Int32(i))
      case .footnoteDefinition: footnotes.append(Int32(i))
      default: break
      }
    }
  }
}

extension Document {
  /// The document with every place in it set to `location`, for text that stands inside another file's value.
  package func moved(to location: SourceLocation) -> Document {
    var copy = self
    for i in copy.nodes.indices {
      copy.nodes[i].line = Int32(location.line)
      copy.nodes[i].column = Int32(location.column)
      copy.nodes[i].endLine = Int32(location.line)
      copy.nodes[i].endColumn = Int32(location.column + max(0, location.length - 1))
    }
    for i in copy.citations.indices {
      for j in copy.citations[i].items.indices { copy.citations[i].items[j].location = location }
    }
    return copy
  }
}
