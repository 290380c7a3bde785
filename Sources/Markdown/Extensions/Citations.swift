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
  private let lines: SourceLines
  private(set) var diagnostics: [Diagnostic] = []
  private var tree: TreeCopy

  init(document: Document, source: MarkdownExtension.Source) {
    self.document = document
    self.source = source
    lines = SourceLines(source.bytes)
    tree = TreeCopy(capacity: document.nodes.count + 32)
  }

  mutating func read() {
    let nodes = document.nodes
    var ends: [Int] = []
    var i = 0
    while i < nodes.count {
      while let end = ends.last, end <= i {
        ends.removeLast()
        tree.end()
      }
      guard nodes[i].kind == .text else {
        tree.begin(nodes[i])
        ends.append(Int(nodes[i].end))
        i += 1
        continue
      }
      var run = i + 1
      while run < ends.last ?? 0, nodes[run].kind == .text || nodes[run].kind == .softBreak { run += 1 }
      readRun(i..<run)
      i = run
    }
    while ends.popLast() != nil { tree.end() }
    document.replaceNodes(tree.nodes)
  }

  /// Copies text and soft breaks that stand side by side, with each citation in them as a node of its own.
  private mutating func readRun(_ range: Range<Int>) {
    let nodes = document.nodes
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for i in range {
      starts.append(bytes.count)
      if nodes[i].kind == .softBreak { bytes.append(10) } else { bytes.append(contentsOf: document.bytes(nodes[i].payload)) }
    }
    var done = 0
    var from = 0
    while let found = bytes[from...].firstPair(UInt8(ascii: "["), UInt8(ascii: "@")) {
      from = found + 1
      let run = RunOfText(document: document, range: range, starts: starts, lines: lines, source: source)
      guard let open = run.place(of: found, in: bytes), !open.escaped else { continue }
      guard let close = bytes[found...].firstIndex(of: UInt8(ascii: "]")),
        let citation = parse(Array(bytes[found + 1..<close]), startingAt: found + 1, run, bytes)
      else {
        diagnostics.append(
          Diagnostic(
            "content/citation-syntax", at: open.location, "a citation is written [@key] or [@key; @key]",
            help: "keys are the ids in the reference file; put other words outside the brackets"))
        continue
      }
      copyText(done..<found, range, starts)
      var node = Node(kind: .citation, line: 0, column: 0, endLine: 0, endColumn: 0)
      (node.line, node.column) = (Int32(open.location.line), Int32(open.location.column))
      let end = run.place(of: close, in: bytes)?.location ?? open.location
      (node.endLine, node.endColumn) = (Int32(end.line), Int32(end.column))
      node.payload = ByteRange(start: Int32(document.citations.count), length: 0)
      document.citations.append(citation)
      tree.add(node)
      done = close + 1
      from = done
    }
    copyText(done..<bytes.count, range, starts)
  }

  /// Copies the part `wanted` of a run, splitting its first and last text.
  private mutating func copyText(_ wanted: Range<Int>, _ range: Range<Int>, _ starts: [Int]) {
    for (k, i) in range.enumerated() {
      var node = document.nodes[i]
      let length = node.kind == .softBreak ? 1 : Int(node.payload.length)
      let part = max(starts[k], wanted.lowerBound)..<max(wanted.lowerBound, min(starts[k] + length, wanted.upperBound))
      guard part.lowerBound < part.upperBound else { continue }
      if node.kind == .text, part.count < length {
        let cutFront = Int32(part.lowerBound - starts[k])
        let cutBack = Int32(length - part.count) - cutFront
        node.payload.start += cutFront
        node.payload.length = Int32(part.count)
        node.column += cutFront
        node.endColumn -= cutBack
      }
      tree.add(node)
    }
  }

  /// Reads what stands between the brackets.
  private func parse(_ inside: [UInt8], startingAt start: Int, _ run: RunOfText, _ bytes: [UInt8]) -> Citation? {
    var items: [Citation.Item] = []
    var i = 0
    while true {
      while i < inside.count, isSpace(inside[i]) { i += 1 }
      guard i < inside.count, inside[i] == UInt8(ascii: "@") else { return nil }
      let at = i
      i += 1
      while i < inside.count, isKeyByte(inside[i]) { i += 1 }
      guard i > at + 1, let place = run.place(of: start + at, in: bytes) else { return nil }
      var location = place.location
      location.length = i - at
      items.append(Citation.Item(key: String(decoding: inside[at + 1..<i], as: UTF8.self), location: location))
      while i < inside.count, isSpace(inside[i]) { i += 1 }
      if i == inside.count { return Citation(items: items) }
      guard inside[i] == UInt8(ascii: ";") else { return nil }
      i += 1
    }
  }

  /// Pandoc's citation keys: letters, digits, and some punctuation inside.
  private func isKeyByte(_ byte: UInt8) -> Bool {
    (byte | 32 >= 97 && byte | 32 <= 122) || (byte >= 48 && byte <= 57) || byte >= 128
      || ":.#$%&-+?<>~/_".utf8.contains(byte)
  }
}

/// Finds the source place of a byte in text that was put together from several nodes.
private struct RunOfText {
  let document: Document
  let range: Range<Int>
  let starts: [Int]
  let lines: SourceLines
  let source: MarkdownExtension.Source

  /// - Returns: where the byte stands, and whether a backslash before it takes its meaning away.
  ///
  /// Escapes and entities earlier in the node shift the source. The byte is `[`, `]` or `@`, so the right place is that
  /// of the same occurrence of this byte, counted from the node's start.
  func place(of offset: Int, in bytes: [UInt8]) -> (location: SourceLocation, escaped: Bool)? {
    guard let k = starts.lastIndex(where: { $0 <= offset }) else { return nil }
    let node = document.nodes[range.lowerBound + k]
    let text = lines.text(of: Int(node.line) - source.lineOffset)
    let wanted = bytes[starts[k]...offset].count { $0 == bytes[offset] }
    var seen = 0
    var column = Int(node.column) - 1
    while column < text.count {
      if text[column] == bytes[offset] {
        seen += 1
        if seen == wanted { break }
      }
      column += 1
    }
    let backslashes = text[..<min(column, text.count)].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    let location = SourceLocation(file: source.file, line: Int(node.line), column: column + 1, length: 1)
    return (location, backslashes % 2 == 1)
  }
}

extension ArraySlice<UInt8> {
  /// Index of the first place where `first` is followed by `second`.
  fileprivate func firstPair(_ first: UInt8, _ second: UInt8) -> Int? {
    var i = startIndex
    while i + 1 < endIndex {
      if self[i] == first, self[i + 1] == second { return i }
      i += 1
    }
    return nil
  }
}
