import Content
import Diagnostics
import Markdown

/// Goes through a document once and writes down its running text.
struct ProseReader {
  private(set) var prose: Prose
  private var directives: [(index: Int, end: Int)] = []
  private var listEnd = 0
  private var quoteEnd = 0
  private var footnoteEnd = 0
  private var heading: Int?

  init(_ prose: Prose) { self.prose = prose }

  mutating func read(_ matter: LocatedText, as kind: Prose.BlockKind) {
    prose.spans.append(Prose.Span(start: Int32(prose.text.count), node: Int32(-1 - prose.places.count)))
    prose.places.append(matter.location)
    let start = prose.text.count
    prose.text.append(contentsOf: matter.text.utf8)
    finish(kind, node: nil, level: 0, from: start, hasCitation: false)
  }

  mutating func read(_ document: Document) {
    // A byte more for each block, to part it from the next.
    prose.text.reserveCapacity(prose.text.count + document.text.count + document.nodes.count)
    prose.words.reserveCapacity(prose.words.count + document.text.count / 5)
    prose.spans.reserveCapacity(prose.spans.count + document.nodes.count)
    prose.blocks.reserveCapacity(prose.blocks.count + document.nodes.count / 4)
    let nodes = document.nodes
    var i = 0
    while i < nodes.count {
      while let last = directives.last, last.end <= i { directives.removeLast() }
      let node = nodes[i]
      prose.note(node.kind)
      switch node.kind {
      case .directive:
        directives.append((Int(node.payload.start), Int(node.end)))
        read(document.directives[Int(node.payload.start)])
      case .list: listEnd = max(listEnd, Int(node.end))
      case .blockQuote: quoteEnd = max(quoteEnd, Int(node.end))
      case .table: prose.tables.append(Int32(i))
      case .footnoteDefinition: footnoteEnd = max(footnoteEnd, Int(node.end))
      case .paragraph, .heading, .tableCell:
        block(i, node, document)
        i = Int(node.end)
        continue
      case .codeBlock: readIndented(i, node, document)
      default: break
      }
      i += 1
    }
  }

  /// Attributes whose words readers meet.
  private mutating func read(_ directive: Directive) {
    for attribute in directive.attributes where attribute.name == "title" || attribute.name == "caption" {
      // The place is that of `name="words"`.
      var place = attribute.location
      place.column += attribute.name.utf8.count + 1
      place.length -= attribute.name.utf8.count + 1
      read(LocatedText(attribute.value, at: place), as: .caption)
    }
  }

  private mutating func block(_ i: Int, _ node: Node, _ document: Document) {
    let start = prose.text.count
    var hasCitation = false
    var images: [Range<Int>] = []
    var j = i + 1
    while j < Int(node.end) {
      let part = document.nodes[j]
      prose.note(part.kind)
      switch part.kind {
      case .text: add(j, part, document)
      case .softBreak, .lineBreak: prose.text.append(32)
      // A gap, so that the words around do not become one.
      case .code, .htmlInline: prose.text.append(32)
      case .citation:
        hasCitation = true
        prose.citations.append((j, prose.text.count))
      case .footnoteReference: hasCitation = true
      case .image:
        prose.text.append(32)
        images.append(j..<Int(part.end))
        j = Int(part.end)
        continue
      default: break
      }
      j += 1
    }
    let kind: Prose.BlockKind =
      node.kind == .heading ? .heading : node.kind == .tableCell ? .tableCell : .paragraph
    finish(kind, node: i, level: kind == .heading ? Int(node.level) : 0, from: start, hasCitation: hasCitation)
    if kind == .heading { heading = prose.blocks.count - 1 }
    for image in images {
      let start = prose.text.count
      for k in image {
        prose.note(document.nodes[k].kind)
        switch document.nodes[k].kind {
        case .text: add(k, document.nodes[k], document)
        case .softBreak, .lineBreak, .code: prose.text.append(32)
        default: break
        }
      }
      finish(.alternative, node: image.lowerBound, level: 0, from: start, hasCitation: hasCitation)
    }
  }

  /// Text that four spaces before it made code of, as happens to articles that are pasted in. It counts as language
  /// where a run of lines reads like a sentence: eight words or more, and a full stop at the end.
  private mutating func readIndented(_ i: Int, _ node: Node, _ document: Document) {
    // Only a fenced block names its language, and it has lines that are not in its text.
    guard node.level == 0 else { return }
    let literal = document.bytes(node.payload)
    var lines = literal.split(separator: 10, omittingEmptySubsequences: false)
    if literal.last == 10 { lines.removeLast() }
    guard lines.count == Int(node.endLine - node.line) + 1 else { return }
    var from = 0
    for k in 0...lines.count where k == lines.count || lines[k].allSatisfy({ $0 == 32 }) {
      if from < k, readsLikeSentence(lines[from..<k]) {
        let start = prose.text.count
        for n in from..<k {
          if n > from { prose.text.append(32) }
          prose.spans.append(Prose.Span(start: Int32(prose.text.count), node: Int32(-1 - prose.places.count)))
          prose.places.append(
            SourceLocation(
              file: prose.file, line: Int(node.line) + n, column: Int(node.column), length: lines[n].count))
          prose.text.append(contentsOf: lines[n])
        }
        finish(.paragraph, node: i, level: 0, from: start, hasCitation: false)
      }
      from = k + 1
    }
  }

  private func readsLikeSentence(_ lines: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    let spaces = lines.reduce(lines.count - 1) { count, line in count + line.count { $0 == 32 } }
    guard spaces >= 7, let last = lines.last?.last(where: { $0 != 32 }) else { return false }
    return ".!?\"".utf8.contains(last)
  }

  private mutating func add(_ i: Int, _ node: Node, _ document: Document) {
    prose.spans.append(Prose.Span(start: Int32(prose.text.count), node: Int32(i)))
    document.text.withUnsafeBufferPointer { text in
      let start = Int(node.payload.start)
      prose.text.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<(start + Int(node.payload.length))]))
    }
  }

  private mutating func finish(
    _ kind: Prose.BlockKind, node: Int?, level: Int, from start: Int, hasCitation: Bool
  ) {
    let end = prose.text.count
    let first = prose.words.count
    Words.append(of: prose.text, start..<end, to: &prose.words, numerals: &prose.numerals)
    let i = node ?? -1
    prose.blocks.append(
      Prose.Block(
        kind: kind, node: node, text: start..<end, words: first..<prose.words.count, level: level,
        isInList: i >= 0 && i < listEnd, isInQuote: i >= 0 && i < quoteEnd,
        isInFootnote: i >= 0 && i < footnoteEnd, directive: directives.last?.index, heading: heading,
        hasCitation: hasCitation))
    prose.text.append(10)
  }
}
