import Diagnostics

/// References named at one place: `[@berman2000; @zarate2006]`.
package struct Citation: Sendable {
  package struct Item: Sendable {
    package var key: String
    package var location: SourceLocation
  }

  package var items: [Item]
}

extension MarkdownExtension {
  /// Citations as Pandoc writes them, keys only. A group may run over a line's end.
  static let citations = MarkdownExtension(name: "citations", trigger: "[@") { document, source in
    var reader = CitationReader(document: document, source: source)
    reader.read()
    document = reader.document
    return reader.diagnostics
  }
}

private struct CitationReader {
  var document: Document
  let source: MarkdownExtension.Source
  private(set) var diagnostics: [Diagnostic] = []
  private let nodes: [Node]
  private var tree: TreeCopy
  private var places: TextPlaces

  init(document: Document, source: MarkdownExtension.Source) {
    self.document = document
    self.source = source
    nodes = document.nodes
    tree = TreeCopy(capacity: document.nodes.count + 32)
    places = TextPlaces(document, source)
  }

  mutating func read() {
    var ends: [Int] = []
    var link: (end: Int, isBare: Bool) = (0, false)
    var i = 0
    while i < nodes.count {
      while let end = ends.last, end <= i {
        ends.removeLast()
        tree.end()
      }
      guard nodes[i].kind == .text else {
        if nodes[i].kind == .link || nodes[i].kind == .image, i >= link.end {
          link = (Int(nodes[i].end), isBare(nodes[i]))
        }
        tree.begin(nodes[i])
        ends.append(Int(nodes[i].end))
        i += 1
        continue
      }
      var run = i + 1
      while run < ends.last ?? 0, nodes[run].kind == .text || nodes[run].kind == .softBreak { run += 1 }
      if i >= link.end {
        readRun(TextRun(document, i..<run))
      } else {
        if !link.isBare { reportInLink(TextRun(document, i..<run)) }
        tree.copy(i..<run, of: nodes)
      }
      i = run
    }
    while ends.popLast() != nil { tree.end() }
    document.replaceNodes(tree.nodes)
  }

  /// Whether a link is an address that stands for itself.
  private func isBare(_ node: Node) -> Bool {
    let line = source.lines.text(of: Int(node.line) - source.lineOffset)
    let column = Int(node.column) - 1
    return column >= line.count || (line[column] != UInt8(ascii: "[") && line[column] != UInt8(ascii: "!"))
  }

  private mutating func location(_ run: TextRun, _ offset: Int, length: Int = 1) -> (SourceLocation, byte: UInt8) {
    let (node, within) = run.node(of: offset)
    let place = places.place(node, within)
    let location = SourceLocation(
      file: source.file, line: Int(nodes[node].line), column: place.column + 1, length: length)
    return (location, place.byte)
  }

  /// Copies text and soft breaks that stand side by side, with each citation in them as a node of its own.
  private mutating func readRun(_ run: TextRun) {
    var done = (offset: 0, column: 0)
    var from = 0
    var noMoreEnds = false
    while let found = run.next(from) {
      from = found + 1
      let (open, byte) = location(run, found)
      guard byte == UInt8(ascii: "[") else { continue }
      let close = noMoreEnds ? nil : run.bytes[found...].firstIndex(of: UInt8(ascii: "]"))
      noMoreEnds = close == nil
      guard let close, let keys = CitationKeys.read(run.bytes[(found + 1)..<close]) else {
        diagnostics.append(
          Diagnostic(
            "content/citation-syntax", at: open, "a citation is written [@key] or [@key; @key]",
            help: "keys are the ids in the reference file; put other words outside the brackets"))
        continue
      }
      let items = keys.map { key in
        Citation.Item(
          key: String(decoding: run.bytes[key].dropFirst(), as: UTF8.self),
          location: location(run, key.lowerBound, length: key.count).0)
      }
      let end = location(run, close).0
      copy(run, done.offset..<found, from: done.column, to: open.column - 1)
      var node = Node(
        kind: .citation, line: Int32(open.line), column: Int32(open.column), endLine: Int32(end.line),
        endColumn: Int32(end.column))
      node.payload.start = Int32(document.citations.count)
      document.citations.append(Citation(items: items))
      tree.add(node)
      done = (close + 1, end.column + 1)
      from = done.offset
    }
    copy(run, done.offset..<run.bytes.count, from: done.column, to: 0)
  }

  private mutating func reportInLink(_ run: TextRun) {
    var from = 0
    while let found = run.next(from) {
      from = found + 1
      let (open, byte) = location(run, found)
      guard byte == UInt8(ascii: "[") else { continue }
      diagnostics.append(
        Diagnostic(
          "content/citation-syntax", at: open, "a citation cannot stand inside a link or the text of an image",
          help: "put it after the closing parenthesis"))
    }
  }

  /// Copies the part `wanted` of a run. Where that begins or ends inside a text, it stands from column `first` on, or
  /// up to column `last`.
  private mutating func copy(_ run: TextRun, _ wanted: Range<Int>, from first: Int, to last: Int) {
    guard !wanted.isEmpty else { return }
    for i in run.node(of: wanted.lowerBound).index...run.node(of: wanted.upperBound - 1).index {
      var node = nodes[i]
      let whole = run.range(of: i)
      let part = wanted.clamped(to: whole)
      if part.lowerBound > whole.lowerBound {
        node.payload.start += Int32(part.lowerBound - whole.lowerBound)
        node.column = Int32(first)
      }
      if part.upperBound < whole.upperBound { node.endColumn = Int32(last) }
      if node.kind == .text { node.payload.length = Int32(part.count) }
      tree.add(node)
    }
  }
}

/// Text nodes and soft breaks side by side, read as one text.
private struct TextRun {
  let bytes: [UInt8]
  private let first: Int
  /// Where each node's text begins in `bytes`.
  private let starts: [Int]

  init(_ document: Document, _ range: Range<Int>) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for node in document.nodes[range] {
      starts.append(bytes.count)
      if node.kind == .softBreak { bytes.append(10) } else { bytes.append(contentsOf: document.bytes(node.payload)) }
    }
    (self.bytes, self.starts, first) = (bytes, starts, range.lowerBound)
  }

  /// The node that the byte at `offset` is from, and the byte's offset in it.
  func node(of offset: Int) -> (index: Int, within: Int) {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return (first + low, offset - starts[low])
  }

  func range(of index: Int) -> Range<Int> {
    let k = index - first
    return starts[k]..<(k + 1 < starts.count ? starts[k + 1] : bytes.count)
  }

  /// Where the next `[@` begins.
  func next(_ from: Int) -> Int? {
    var i = from
    while i + 1 < bytes.count {
      if bytes[i] == UInt8(ascii: "["), bytes[i + 1] == UInt8(ascii: "@") { return i }
      i += 1
    }
    return nil
  }
}

private enum CitationKeys {
  /// What stands between the brackets.
  ///
  /// - Returns: the ranges of the keys, each with its `@`; nil if something else stands there.
  static func read(_ inside: ArraySlice<UInt8>) -> [Range<Int>]? {
    var keys: [Range<Int>] = []
    var i = inside.startIndex
    func skipSpace() { while i < inside.endIndex, isSpace(inside[i]) { i += 1 } }
    while true {
      skipSpace()
      guard i < inside.endIndex, inside[i] == UInt8(ascii: "@") else { return nil }
      let at = i
      i += 1
      while i < inside.endIndex, isKeyByte(inside[i]) { i += 1 }
      guard i > at + 1 else { return nil }
      keys.append(at..<i)
      skipSpace()
      if i == inside.endIndex { return keys }
      guard inside[i] == UInt8(ascii: ";") else { return nil }
      i += 1
    }
  }

  /// Pandoc's citation keys: letters, digits, and some punctuation inside.
  private static func isKeyByte(_ byte: UInt8) -> Bool {
    (byte | 32 >= 97 && byte | 32 <= 122) || (byte >= 48 && byte <= 57) || byte >= 128
      || ":.#$%&-+?<>~/_".utf8.contains(byte)
  }
}
