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

  private let lines: SourceLines
  private let lineOffset: Int32
  private(set) var document = Document()
  private var locator: InlineLocator?
  private var open: [Open] = []
  private var quoteDepth = 0

  /// A node whose children are being converted.
  private struct Open {
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
    let kinds = Library.kinds
    var next: OpaquePointer? = root
    while let node = next {
      guard let kind = kinds[Library.slot(of: cmark_node_get_type(node).rawValue)] else {
        preconditionFailure("cmark made a node of a type that was never registered")
      }
      enter(node, kind)
      if let child = cmark_node_first_child(node) {
        guard open.count < Conversion.nestingLimit else { throw TooDeep(line: Int(cmark_node_get_start_line(node))) }
        next = child
        continue
      }
      next = leave(node)
    }
  }

  /// Closes `node`, and its ancestors as long as they have no further child.
  private mutating func leave(_ node: OpaquePointer) -> OpaquePointer? {
    var node = node
    while true {
      exit()
      if let sibling = cmark_node_next(node), !open.isEmpty { return sibling }
      guard let parent = open.last else { return nil }
      node = parent.pointer
    }
  }

  // MARK: Entering

  private mutating func enter(_ node: OpaquePointer, _ kind: Kind) {
    let index = document.nodes.count
    var entry = Open(pointer: node, index: index, kind: kind)
    var made = Node(kind: kind, line: 0, column: 0, endLine: 0, endColumn: 0)
    switch kind {
    case .text, .code, .htmlInline, .softBreak, .lineBreak, .footnoteReference:
      enterLeaf(node, kind, &made)
    case .emphasis, .strong, .strikethrough, .link, .image:
      enterSpan(node, kind, &made, &entry)
    default:
      enterBlock(node, kind, &made)
    }
    document.nodes.append(made)
    open.append(entry)
  }

  private mutating func enterLeaf(_ node: OpaquePointer, _ kind: Kind, _ made: inout Node) {
    guard locator != nil else { return }
    var found = (first: 0, last: 0)
    switch kind {
    case .softBreak, .lineBreak: found = locator?.lineEnd() ?? found
    case .footnoteReference:
      made.payload = add(cmark_node_get_literal(node))
      found = locator?.footnoteReference() ?? found
    default:
      let literal = literalBytes(cmark_node_get_literal(node))
      made.payload = document.add(literal)
      switch kind {
      case .text: found = locator?.text(literal) ?? found
      case .code: found = locator?.code() ?? found
      default: found = locator?.html(literal.count) ?? found
      }
    }
    place(&made, from: found.first)
    placeEnd(&made, at: found.last)
  }

  private mutating func enterSpan(_ node: OpaquePointer, _ kind: Kind, _ made: inout Node, _ entry: inout Open) {
    var first = 0
    switch kind {
    case .emphasis: first = locator?.delimiters(1) ?? 0
    case .strong: first = locator?.delimiters(2) ?? 0
    case .strikethrough:
      if let found = locator?.tildes(nil) { (first, entry.tildes) = (found.first, found.count) }
    default:
      if let found = locator?.openLink(image: kind == .image) { (first, entry.opening) = (found.first, found.opening) }
      made.payload.start = Int32(document.links.count)
      document.links.append(
        Link(
          node: Int32(document.nodes.count), destination: add(cmark_node_get_url(node)),
          title: add(cmark_node_get_title(node))))
    }
    place(&made, from: first)
  }

  private mutating func enterBlock(_ node: OpaquePointer, _ kind: Kind, _ made: inout Node) {
    made.line = cmark_node_get_start_line(node) + lineOffset
    made.column = cmark_node_get_start_column(node)
    made.endLine = cmark_node_get_end_line(node) + lineOffset
    made.endColumn = cmark_node_get_end_column(node)
    switch kind {
    case .document: (made.line, made.column) = (1 + lineOffset, 1)
    case .blockQuote: quoteDepth += 1
    case .list:
      made.payload.start = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? cmark_node_get_list_start(node) : -1
    case .item:
      if cmark_node_get_syntax_extension(node) != nil {
        made.flags = cmark_gfm_extensions_get_tasklist_item_checked(node) ? [.task, .checked] : .task
      }
    case .heading:
      made.level = UInt16(cmark_node_get_heading_level(node))
      document.headings.append(Int32(document.nodes.count))
      readHeading(node, &made)
    case .paragraph: readParagraph(node, &made)
    case .codeBlock:
      made.payload = add(cmark_node_get_literal(node))
      made.level = UInt16(clamping: add(cmark_node_get_fence_info(node)).length)
    case .htmlBlock: made.payload = add(cmark_node_get_literal(node))
    case .footnoteDefinition: made.payload = add(cmark_node_get_literal(node))
    case .table: readTable(node, &made)
    case .tableRow: readRow(node, &made)
    case .tableCell: readCell(node, &made)
    default: break
    }
  }

  private mutating func readHeading(_ node: OpaquePointer, _ made: inout Node) {
    let text = literalBytes(cmark_node_get_string_content(node))
    let first = Int(made.line - lineOffset)
    if let underline = setextUnderline(first: first, end: Int(made.endLine - lineOffset), text) {
      (made.endLine, made.endColumn) = (Int32(underline) + lineOffset, Int32(lines.range(of: underline).count))
      let content = InlineContent(text: text, endingOn: underline - 1, in: lines)
      let start = content.position(0)
      (made.line, made.column) = (start.line + lineOffset, start.column)
      locator = InlineLocator(content)
      return
    }
    let line = lines.text(of: first)
    var column = Int(made.column) - 1
    while column < line.count, line[column] == UInt8(ascii: "#") { column += 1 }
    while column < line.count, isSpace(line[column]) { column += 1 }
    (made.endLine, made.endColumn) = (made.line, Int32(line.count))
    locator = InlineLocator(InlineContent(text: text, line: first, column: column + 1))
  }

  /// The line of `===` or `---` under a setext heading, or nil for an ATX heading.
  ///
  /// cmark names the line after it when something follows. The right one has the heading's last line above it.
  private func setextUnderline(first: Int, end: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard end > first else { return nil }
    var last = text[...]
    while let byte = last.last, isSpace(byte) { last.removeLast() }
    if let newline = last.lastIndex(of: 10) { last = last[(newline + 1)...] }
    for underline in [end, end - 1] where underline > first {
      let mark = lines.text(of: underline).last { !isSpace($0) }
      guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { continue }
      var above = lines.text(of: underline - 1)[...]
      while let byte = above.last, isSpace(byte) { above.removeLast() }
      if above.suffix(last.count).elementsEqual(last) { return underline }
    }
    return nil
  }

  private mutating func readParagraph(_ node: OpaquePointer, _ made: inout Node) {
    let text = literalBytes(cmark_node_get_string_content(node))
    var last = Int(made.endLine - lineOffset)
    if made.line == lineOffset {
      // cmark gives no place to a paragraph that it split off above a table.
      let table = cmark_node_next(node)
      last = Int(cmark_node_get_start_line(table)) + text.count { $0 == 10 } - (text.last == 10 ? 1 : 0)
    }
    let content = InlineContent(text: text, endingOn: last, in: lines)
    let start = content.position(0)
    (made.line, made.column) = (start.line + lineOffset, start.column)
    (made.endLine, made.endColumn) = (Int32(last) + lineOffset, Int32(lines.range(of: last).count))
    locator = InlineLocator(content)
    guard let parent = open.last, parent.kind == .item, open.count > 1 else {
      if open.last?.kind == .footnoteDefinition, cmark_node_next(node) == nil { made.flags.insert(.lastInFootnote) }
      return
    }
    if cmark_node_get_list_tight(open[open.count - 2].pointer) != 0 { made.flags.insert(.tight) }
  }

  // MARK: Tables

  private mutating func readTable(_ node: OpaquePointer, _ made: inout Node) {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    if let alignments = cmark_gfm_extensions_get_table_alignments(node) {
      made.payload = document.add((0..<columns).map { alignments[$0] == 0 ? UInt8(ascii: "-") : alignments[$0] })
    }
    if let before = cmark_node_previous(node), cmark_node_get_start_line(before) == 0 {
      let text = literalBytes(cmark_node_get_string_content(before))
      made.line += Int32(text.count { $0 == 10 } + (text.last == 10 ? 0 : 1))
      made.column = Int32(rowStart(Int(made.line - lineOffset)) + 1)
    }
  }

  private mutating func readRow(_ node: OpaquePointer, _ made: inout Node) {
    guard let table = open.last else { return }
    let isHeader = cmark_gfm_extensions_get_table_row_is_header(node) != 0
    if isHeader {
      made.flags = .header
      made.line = document.nodes[table.index].line
      made.column = document.nodes[table.index].column
    } else {
      made.column = Int32(rowStart(Int(made.line - lineOffset)) + 1)
    }
    made.endLine = made.line
    made.endColumn = Int32(lines.range(of: Int(made.line - lineOffset)).count)
  }

  private mutating func readCell(_ node: OpaquePointer, _ made: inout Node) {
    guard let parent = open.last else { return }
    let row = document.nodes[parent.index]
    made.flags = row.flags
    made.level = UInt16(document.children(of: parent.index, before: document.nodes.count))
    made.line = row.line
    made.endLine = row.line
    let line = Int(row.line - lineOffset)
    let text = lines.text(of: line)
    let cells = tableCells(in: text, from: Int(row.column) - 1)
    let source = Int(made.level) < cells.count ? cells[Int(made.level)] : text.count..<text.count
    let content = InlineContent(
      cell: literalBytes(cmark_node_get_string_content(node)), source: source, line: line, in: lines)
    made.column = content.position(0).column
    var end = source.upperBound
    while end > source.lowerBound, isSpace(text[end - 1]) { end -= 1 }
    made.endColumn = max(made.column, Int32(end))
    locator = InlineLocator(content)
  }

  /// Offset of a table row's first byte in its line: past indentation and the marks of the quotes around it.
  private func rowStart(_ line: Int) -> Int {
    let text = lines.text(of: line)
    var at = 0
    var quotes = quoteDepth
    while at < text.count {
      if text[at] == UInt8(ascii: ">"), quotes > 0 {
        quotes -= 1
      } else if text[at] != 32, text[at] != 9 {
        break
      }
      at += 1
    }
    return at
  }

  // MARK: Leaving

  private mutating func exit() {
    guard let entry = open.popLast() else { return }
    let end = document.nodes.count
    document.nodes[entry.index].end = Int32(end)
    switch entry.kind {
    case .emphasis: closeSpan(entry, (locator?.delimiters(1) ?? 0))
    case .strong: closeSpan(entry, (locator?.delimiters(2) ?? 0) + 1)
    case .strikethrough:
      if let found = locator?.tildes(entry.tildes) { closeSpan(entry, found.first + max(0, found.count - 1)) }
    case .link, .image: closeSpan(entry, locator?.closeLink(entry.opening) ?? 0)
    case .blockQuote: quoteDepth -= 1
    case .table:
      if let last = document.children(of: entry.index).last {
        document.nodes[entry.index].endLine = max(document.nodes[last].endLine, document.nodes[entry.index].endLine)
      }
    case .paragraph, .heading, .tableCell: locator = nil
    default: break
    }
  }

  private mutating func closeSpan(_ entry: Open, _ last: Int) { placeEnd(&document.nodes[entry.index], at: last) }

  // MARK: Places and bytes

  private func place(_ node: inout Node, from offset: Int) {
    guard let found = locator?.content.position(offset) else { return }
    (node.line, node.column) = (found.line + lineOffset, found.column)
  }

  private func placeEnd(_ node: inout Node, at offset: Int) {
    guard let found = locator?.content.position(offset) else { return }
    (node.endLine, node.endColumn) = (found.line + lineOffset, found.column)
  }

  private mutating func add(_ chars: UnsafePointer<CChar>?) -> ByteRange { document.add(literalBytes(chars)) }
}

/// The bytes of a C string that lives as long as its node.
private func literalBytes(_ chars: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
  guard let chars else { return UnsafeBufferPointer(start: nil, count: 0) }
  return UnsafeBufferPointer(start: UnsafeRawPointer(chars).assumingMemoryBound(to: UInt8.self), count: strlen(chars))
}

extension Document {
  /// How many direct children `parent` has among the nodes before `limit`, while it is still being filled.
  fileprivate func children(of parent: Int, before limit: Int) -> Int {
    var count = 0
    var i = parent + 1
    while i < limit {
      count += 1
      i = max(i + 1, Int(nodes[i].end))
    }
    return count
  }
}
