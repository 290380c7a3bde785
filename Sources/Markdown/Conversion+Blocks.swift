import CCMarkGFM

extension Conversion {
  mutating func enterBlock(_ node: OpaquePointer, _ kind: Kind, _ made: inout Node) {
    made.line = cmark_node_get_start_line(node) + lineOffset
    made.column = cmark_node_get_start_column(node)
    made.endLine = made.line
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
    case .codeBlock: readCode(node, &made)
    case .htmlBlock:
      let literal = literalBytes(cmark_node_get_literal(node))
      made.payload = document.add(literal)
      made.endLine += Int32(max(1, lineEnds(in: literal)) - 1)
    case .footnoteDefinition:
      document.footnotes.append(Int32(document.nodes.count))
      readFootnote(&made)
    case .table: readTable(node, &made)
    case .tableRow: readRow(node, &made)
    case .tableCell: readCell(node, &made)
    default: break
    }
    if kind != .tableCell { made.endColumn = lastColumn(of: made.endLine) }
  }

  mutating func leaveBlock(_ entry: Open) {
    switch entry.kind {
    case .tableCell: return
    case .blockQuote, .list, .item, .footnoteDefinition, .document, .table:
      // cmark's own ends are a line too far where the next block closed these.
      if entry.index + 1 < document.nodes.count {
        (document.nodes[entry.index].endLine, document.nodes[entry.index].endColumn) = blockEnd
      }
      if entry.kind == .blockQuote { quoteDepth -= 1 }
    default: break
    }
    blockEnd = (document.nodes[entry.index].endLine, document.nodes[entry.index].endColumn)
  }

  /// Column of the last byte of a line, numbered as in the file.
  func lastColumn(of line: Int32) -> Int32 { Int32(lines.range(of: Int(line - lineOffset)).count) }

  // MARK: Headings

  private mutating func readHeading(_ node: OpaquePointer, _ made: inout Node) {
    let text = literalBytes(cmark_node_get_string_content(node))
    let first = Int(made.line - lineOffset)
    let end = Int(cmark_node_get_end_line(node))
    if end > first, let underline = setextUnderline(first: first, end: end, text) {
      made.endLine = Int32(underline) + lineOffset
      locator.start(text, endingOn: underline - 1, in: lines)
      (made.line, made.column) = startOfText()
      return
    }
    let line = lines.text(of: first)
    var column = Int(made.column) - 1
    while column < line.count, line[column] == UInt8(ascii: "#") { column += 1 }
    while column < line.count, isSpace(line[column]) { column += 1 }
    locator.start(text, line: first, column: column + 1)
  }

  private mutating func startOfText() -> (line: Int32, column: Int32) {
    let start = locator.position(0)
    return (start.line + lineOffset, start.column)
  }

  /// The line of `===` or `---` under a setext heading, or nil for an ATX heading.
  ///
  /// cmark names the line after it when something follows, and the first link definition when some stand above.
  private func setextUnderline(first: Int, end: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let content = text.last == 10 ? text.dropLast() : text[...]
    let wanted = content.split(separator: 10, omittingEmptySubsequences: false)
    guard first + wanted.count <= end else { return nil }
    for start in first...(end - wanted.count) {
      let mark = lines.text(of: start + wanted.count).last { !isSpace($0) }
      guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { continue }
      let isHere = wanted.indices.allSatisfy { k in
        lines.text(of: start + k).suffix(wanted[k].count).elementsEqual(wanted[k])
      }
      if isHere { return start + wanted.count }
    }
    return nil
  }

  // MARK: Paragraphs

  private mutating func readParagraph(_ node: OpaquePointer, _ made: inout Node) {
    let text = literalBytes(cmark_node_get_string_content(node))
    var last = Int(cmark_node_get_end_line(node))
    if made.line == lineOffset {
      // cmark gives no place to a paragraph that it split off above a table.
      last = Int(cmark_node_get_start_line(cmark_node_next(node))) + lineEnds(in: text) - 1
      locator.start(aboveTable: text, endingOn: last, in: lines)
    } else {
      locator.start(text, endingOn: last, in: lines)
    }
    (made.line, made.column) = startOfText()
    made.endLine = Int32(last) + lineOffset
    guard let parent = open.last, parent.kind == .item, open.count > 1 else {
      if open.last?.kind == .footnoteDefinition, cmark_node_next(node) == nil { made.flags.insert(.lastInFootnote) }
      return
    }
    if cmark_node_get_list_tight(open[open.count - 2].pointer) != 0 { made.flags.insert(.tight) }
  }

  // MARK: Code

  private mutating func readCode(_ node: OpaquePointer, _ made: inout Node) {
    let literal = literalBytes(cmark_node_get_literal(node))
    made.payload = document.add(literal)
    made.level = UInt16(clamping: add(cmark_node_get_fence_info(node)).length)
    let count = Int32(lineEnds(in: literal))
    var length: Int32 = 0
    var offset: Int32 = 0
    var mark: CChar = 0
    guard cmark_node_get_fenced(node, &length, &offset, &mark) != 0 else {
      made.endLine += max(1, count) - 1
      return
    }
    made.endLine += count
    let closing = made.endLine + 1
    if cmark_node_get_end_line(node) + lineOffset >= closing,
      isClosingFence(Int(closing - lineOffset), UInt8(bitPattern: mark), Int(length))
    {
      made.endLine = closing
    }
  }

  /// Whether a fence on `line` closes the code block in the containers that are open; cmark's end does not tell.
  private func isClosingFence(_ line: Int, _ mark: UInt8, _ length: Int) -> Bool {
    let text = lines.text(of: line)
    let start = rowStart(line)
    guard text[..<start].count(where: { $0 == UInt8(ascii: ">") }) == quoteDepth,
      text[start...].prefix(while: { $0 == mark }).count >= length
    else { return false }
    guard let item = open.last(where: { $0.kind == .item }) else { return true }
    return start >= Int(document.nodes[item.index].column)
  }

  /// Lines in `text`, whether or not the last one is ended.
  func lineEnds(in text: UnsafeBufferPointer<UInt8>) -> Int {
    text.count { $0 == 10 } + (text.isEmpty || text.last == 10 ? 0 : 1)
  }

  /// Offset of a line's first byte past indentation and the marks of the quotes around it.
  func rowStart(_ line: Int) -> Int {
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
}
