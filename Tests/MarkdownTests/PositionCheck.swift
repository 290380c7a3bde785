import Markdown

/// Holds the places of a document's nodes against the text it was parsed from, by rules of its own.
struct PositionCheck {
  let document: Document
  /// Without line ends. Line 1 is at 0.
  let lines: [[UInt8]]
  private(set) var problems: [String] = []
  private(set) var checked = 0

  init(_ source: [UInt8], options: Parser.Options = .init()) {
    document = Parser(file: "page.md", options: options).parse(source[...]).0
    let unix = source.enumerated().compactMap { i, byte -> UInt8? in
      byte == 13 ? (i + 1 < source.count && source[i + 1] == 10 ? nil : 10) : byte
    }
    lines = unix.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    for i in document.nodes.indices { check(i) }
    checkNeighbours()
  }

  /// The source from the first to the last byte of a node; lines are joined by a line end.
  func span(_ node: Node) -> [UInt8]? {
    guard node.line >= 1, node.column >= 1, node.endLine >= node.line, Int(node.endLine) <= lines.count else {
      return nil
    }
    if node.line == node.endLine {
      let line = lines[Int(node.line) - 1]
      guard node.endColumn >= node.column - 1, Int(node.endColumn) <= line.count else { return nil }
      return Array(line[(Int(node.column) - 1)..<Int(node.endColumn)])
    }
    let first = lines[Int(node.line) - 1]
    let last = lines[Int(node.endLine) - 1]
    guard node.column <= first.count + 1, Int(node.endColumn) <= last.count else { return nil }
    let between = lines[Int(node.line)..<(Int(node.endLine) - 1)]
    return Array(
      ([Array(first[(Int(node.column) - 1)...])] + between + [Array(last[..<Int(node.endColumn)])]).joined(separator: [
        10
      ]))
  }

  private mutating func expect(_ isRight: Bool, _ i: Int, _ rule: String) {
    checked += 1
    guard !isRight else { return }
    let node = document.nodes[i]
    let found = span(node).map { String(decoding: $0, as: UTF8.self) } ?? "nothing"
    problems.append(
      "\(node.kind) at \(node.line):\(node.column) to \(node.endLine):\(node.endColumn) has '\(found)', not \(rule)")
  }

  private mutating func check(_ i: Int) {
    let node = document.nodes[i]
    guard node.kind != .document, node.kind != .softBreak, node.kind != .lineBreak else { return }
    guard let span = span(node) else { return expect(false, i, "any place") }
    let text = String(decoding: span, as: UTF8.self)
    switch node.kind {
    case .text: checkText(i, span)
    case .code: checkCode(i, span)
    case .htmlInline: expect(same(span, document.bytes(node.payload)), i, document.string(node.payload))
    case .emphasis: expect(isEnclosed(span, in: 1, by: "*_"), i, "*…*")
    case .strong: expect(isEnclosed(span, in: 2, by: "*_"), i, "**…**")
    case .strikethrough: expect(isEnclosed(span, in: 1, by: "~"), i, "~…~")
    case .image: expect(text.hasPrefix("![") && (text.hasSuffix(")") || text.hasSuffix("]")), i, "![…]")
    case .link: checkLink(i, text)
    case .footnoteReference: expect(text.hasPrefix("[^") || text.hasPrefix("![^") && text.hasSuffix("]"), i, "[^…]")
    case .heading: checkHeading(i, text)
    case .paragraph:
      let first = document.nodes[min(i + 1, document.nodes.count - 1)]
      expect(
        first.line == node.line && first.column == node.column || Int(node.end) == i + 1, i, "where its text starts")
    case .blockQuote: expect(text.hasPrefix(">"), i, "> …")
    case .list, .item: expect(text.first.map { "-*+0123456789".contains($0) } ?? false, i, "a mark")
    case .thematicBreak: expect(text.first.map { "*-_".contains($0) } ?? false, i, "***")
    case .footnoteDefinition: expect(text.hasPrefix("[^\(document.string(node.payload))]:"), i, "[^label]:")
    case .htmlBlock: expect(text.drop { $0 == " " }.hasPrefix("<"), i, "<…")
    case .table, .tableRow: expect(!(text.first?.isWhitespace ?? true), i, "a row")
    default: break
    }
  }

  private func same(_ a: [UInt8], _ b: ArraySlice<UInt8>) -> Bool {
    // Lines of a construct have the marks of quotes and indentation between them.
    guard a.contains(10) else { return a.elementsEqual(b) }
    let marks = Array(" \t>\n".utf8)
    return a.filter { !marks.contains($0) }.elementsEqual(b.filter { !marks.contains($0) })
  }

  private mutating func checkText(_ i: Int, _ span: [UInt8]) {
    let literal = document.bytes(document.nodes[i].payload)
    // Empty text stands nowhere; a reference to a missing footnote may be broken over lines.
    guard !literal.isEmpty, !literal.contains(10), !literal.starts(with: "[^".utf8) else { return }
    let inTable = Array(String(decoding: span, as: UTF8.self).replacing("\\|", with: "|").utf8)
    let isRight = [span, inTable].contains { text in
      literal.elementsEqual(text) || literal.elementsEqual(SourceText.decoded(text, escapes: true))
        || literal.elementsEqual(SourceText.decoded(text, escapes: false))
    }
    expect(isRight, i, "'\(String(decoding: literal, as: UTF8.self))'")
  }

  private mutating func checkCode(_ i: Int, _ span: [UInt8]) {
    let ticks = span.prefix { $0 == 96 }.count
    let isClosed = ticks > 0 && span.count >= 2 * ticks && span.reversed().prefix { $0 == 96 }.count == ticks
    let literal = document.bytes(document.nodes[i].payload)
    let inner = isClosed ? Array(span.dropFirst(ticks).dropLast(ticks)) : []
    let plain = String(decoding: inner, as: UTF8.self)
    let candidates = [plain, String(plain.dropFirst().dropLast()), plain.replacing("\\|", with: "|")]
    let isRight =
      isClosed && (inner.contains(10) ? same(inner, literal) : candidates.contains { literal.elementsEqual($0.utf8) })
    expect(isRight, i, "'\(String(decoding: literal, as: UTF8.self))'")
  }

  private func isEnclosed(_ span: [UInt8], in count: Int, by marks: String) -> Bool {
    guard let mark = span.first, marks.utf8.contains(mark), span.count > 2 * count else { return false }
    return span.prefix(count).allSatisfy { $0 == mark } && span.suffix(count).allSatisfy { $0 == mark }
  }

  private mutating func checkLink(_ i: Int, _ text: String) {
    if text.hasPrefix("[") { return expect(text.hasSuffix(")") || text.hasSuffix("]"), i, "[…]") }
    if text.hasPrefix("<") { return expect(text.hasSuffix(">"), i, "<…>") }
    let inner = document.nodes[i + 1]
    let node = document.nodes[i]
    expect(inner.column == node.column && inner.endColumn == node.endColumn, i, "the bare address inside")
  }

  private mutating func checkHeading(_ i: Int, _ text: String) {
    let node = document.nodes[i]
    let hashes = String(repeating: "#", count: Int(node.level))
    let last = text.split(whereSeparator: \.isWhitespace).last ?? ""
    let isSetext = node.endLine > node.line && (last.hasSuffix("=") || last.hasSuffix("-"))
    expect(text.hasPrefix(hashes) && node.line == node.endLine || isSetext, i, "a heading")
  }

  /// In a line, each inline node starts where the one before it ended; and nothing leaves its parent.
  private mutating func checkNeighbours() {
    let inlines: Set<Kind> = [
      .text, .code, .htmlInline, .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference,
      .lineBreak, .softBreak, .citation,
    ]
    for i in document.nodes.indices {
      let parent = document.nodes[i]
      let children = document.children(of: i)
      for (a, b) in zip(children, children.dropFirst()) where inlines.contains(document.nodes[a].kind) {
        let (first, second) = (document.nodes[a], document.nodes[b])
        let isBreak = first.kind == .softBreak || first.kind == .lineBreak
        let isRight =
          isBreak ? second.line == first.line + 1 : second.line == first.endLine && second.column == first.endColumn + 1
        expect(isRight, b, "right after the \(first.kind) before it, at \(first.endLine):\(first.endColumn)")
      }
      for child in children where parent.kind != .document {
        let node = document.nodes[child]
        let begins = (node.line, node.column) >= (parent.line, parent.column)
        expect(
          begins && node.endLine <= parent.endLine, child,
          "inside its \(parent.kind) from \(parent.line):\(parent.column) to \(parent.endLine)")
      }
    }
  }
}

/// What CommonMark makes of source text, for comparing with literals.
enum SourceText {
  /// With entities replaced and, if wanted, backslashes before punctuation taken away.
  static func decoded(_ text: [UInt8], escapes: Bool) -> [UInt8] {
    var found: [UInt8] = []
    var i = 0
    while i < text.count {
      if escapes, text[i] == 92, i + 1 < text.count, isPunctuation(text[i + 1]) {
        found.append(text[i + 1])
        i += 2
      } else if text[i] == 38, let end = text[i...].prefix(40).firstIndex(of: 59),
        let entity = ReferenceRenderer.decoded(entity: text[i...end])
      {
        found += entity
        i = end + 1
      } else {
        found.append(text[i])
        i += 1
      }
    }
    return found
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".utf8.contains(byte)
  }
}
