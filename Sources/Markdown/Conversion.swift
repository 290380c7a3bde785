import CCMarkGFM

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Turns cmark's tree into a `Document`. No pointer of cmark's outlives it.
///
/// In: the finished C tree and the text it was parsed from. Out: nodes with exact positions. Goes through the tree
/// without recursion, so depth costs no stack.
struct Conversion {
  /// Deeper nesting than this is refused: no reader can follow it, and some of cmark's steps are quadratic in it.
  static let nestingLimit = 200

  let lines: SourceLines
  let lineOffset: Int32
  var document = Document()
  /// The text of the paragraph, heading or cell that is being converted.
  var locator = InlineLocator()
  var open: [Open] = []
  var quoteDepth = 0
  /// Where the block that was left last ends.
  var blockEnd: (line: Int32, column: Int32) = (0, 0)
  /// What the row that is being converted has between its pipes, and how many of its cells have been entered.
  var cells: [Range<Int>] = []
  var cellsEntered = 0
  /// Nodes of references to footnotes.
  var references: [Int] = []

  /// A node whose children are being converted.
  struct Open {
    var pointer: OpaquePointer
    var index: Int
    var kind: Kind
    var opening: InlineLocator.Opening = .bracket
    var tildes = 0
  }

  struct TooDeep: Error { var line: Int }

  init(lines: SourceLines, lineOffset: Int) {
    self.lines = lines
    self.lineOffset = Int32(lineOffset)
    document.nodes.reserveCapacity(lines.bytes.count / 14 + 8)
    document.text.reserveCapacity(lines.bytes.count + 64)
  }

  /// - Throws: `TooDeep`.
  mutating func convert(_ root: OpaquePointer) throws {
    try walk(root)
    if !references.isEmpty { numberReferences() }
  }

  private mutating func walk(_ root: OpaquePointer) throws {
    let kinds = Library.kinds
    var next: OpaquePointer? = root
    while let node = next {
      guard let kind = kinds[Library.slot(of: cmark_node_get_type(node).rawValue)] else {
        preconditionFailure("cmark made a node of a type that was never registered")
      }
      switch kind {
      case .text, .code, .htmlInline, .softBreak, .lineBreak, .footnoteReference: addLeaf(node, kind)
      default:
        enter(node, kind)
        if let child = cmark_node_first_child(node) {
          guard open.count < Conversion.nestingLimit else { throw TooDeep(line: Int(cmark_node_get_start_line(node))) }
          next = child
          continue
        }
        leave()
      }
      next = following(node)
    }
  }

  /// The next sibling of `node`, or of its first ancestor that has one; leaves those that have none.
  private mutating func following(_ node: OpaquePointer) -> OpaquePointer? {
    var node = node
    while let parent = open.last {
      if let sibling = cmark_node_next(node) { return sibling }
      node = parent.pointer
      leave()
    }
    return nil
  }

  // MARK: Inline nodes

  private mutating func addLeaf(_ node: OpaquePointer, _ kind: Kind) {
    var made = Node(kind: kind, line: 0, column: 0, endLine: 0, endColumn: 0)
    let found: (first: Int, last: Int)
    switch kind {
    case .softBreak, .lineBreak: found = locator.lineEnd()
    case .footnoteReference:
      // The literal is the footnote's number; footnotes stand at the end of the document, in that order.
      let number = literalBytes(cmark_node_get_literal(node)).reduce(0) { $0 &* 10 &+ Int32($1) &- 48 }
      made.payload.start = number - 1
      references.append(document.nodes.count)
      found = locator.footnoteReference()
    default:
      let literal = literalBytes(cmark_node_get_literal(node))
      if kind == .text {
        // cmark leaves empty texts behind where it splits one; they say nothing and stand nowhere.
        if literal.isEmpty { return }
        found = locator.text(literal, inside: open.last?.opening ?? .bracket)
      } else {
        found = kind == .code ? locator.code() : locator.html(literal.count)
      }
      made.payload = document.add(literal)
    }
    place(&made, from: found.first)
    placeEnd(&made, at: found.last)
    made.end = Int32(document.nodes.count + 1)
    document.nodes.append(made)
  }

  private mutating func enter(_ node: OpaquePointer, _ kind: Kind) {
    var entry = Open(pointer: node, index: document.nodes.count, kind: kind)
    var made = Node(kind: kind, line: 0, column: 0, endLine: 0, endColumn: 0)
    switch kind {
    case .emphasis: place(&made, from: locator.delimiters(1))
    case .strong: place(&made, from: locator.delimiters(2))
    case .strikethrough:
      let found = locator.tildes(nil)
      entry.tildes = found.count
      place(&made, from: found.first)
    case .link, .image:
      let found = locator.openLink(image: kind == .image)
      entry.opening = found.opening
      made.payload.start = Int32(document.links.count)
      document.links.append(
        Link(
          node: Int32(document.nodes.count), destination: add(cmark_node_get_url(node)),
          title: add(cmark_node_get_title(node))))
      place(&made, from: found.first)
    default: enterBlock(node, kind, &made)
    }
    document.nodes.append(made)
    open.append(entry)
  }

  // MARK: Leaving

  private mutating func leave() {
    guard let entry = open.popLast() else { return }
    document.nodes[entry.index].end = Int32(document.nodes.count)
    let last: Int
    switch entry.kind {
    case .emphasis: last = locator.delimiters(1)
    case .strong: last = locator.delimiters(2) + 1
    case .strikethrough:
      let found = locator.tildes(entry.tildes)
      last = found.first + max(0, found.count - 1)
    case .link, .image: last = locator.closeLink(entry.opening)
    default: return leaveBlock(entry)
    }
    let found = locator.position(last)
    document.nodes[entry.index].endLine = found.line + lineOffset
    document.nodes[entry.index].endColumn = found.column
  }

  // MARK: Places and bytes

  @inline(__always)
  private mutating func place(_ node: inout Node, from offset: Int) {
    let found = locator.position(offset)
    (node.line, node.column) = (found.line + lineOffset, found.column)
  }

  @inline(__always)
  private mutating func placeEnd(_ node: inout Node, at offset: Int) {
    let found = locator.position(offset)
    (node.endLine, node.endColumn) = (found.line + lineOffset, found.column)
  }

  mutating func add(_ chars: UnsafePointer<CChar>?) -> ByteRange { document.add(literalBytes(chars)) }
}

/// The bytes of a C string that lives as long as its node.
func literalBytes(_ chars: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
  guard let chars else { return UnsafeBufferPointer(start: nil, count: 0) }
  return UnsafeBufferPointer(start: UnsafeRawPointer(chars).assumingMemoryBound(to: UInt8.self), count: strlen(chars))
}
