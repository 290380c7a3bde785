import Diagnostics

extension MarkdownExtension {
  /// Reports what cmark passes over in silence: footnotes that nothing refers to, which it drops, and references to
  /// footnotes that are not there, which it leaves as text.
  static let footnotes = MarkdownExtension(name: "footnotes", trigger: "[^") { document, source in
    missingFootnotes(document, source) + unusedFootnotes(document, source)
  }
}

private func missingFootnotes(_ document: Document, _ source: MarkdownExtension.Source) -> [Diagnostic] {
  // References that lead somewhere are no text any more, so most pages are done here.
  guard document.text.withUnsafeBufferPointer({ contains($0, "[^") }) else { return [] }
  var found: [Diagnostic] = []
  var places = TextPlaces(document, source)
  for (i, node) in document.nodes.enumerated() where node.kind == .text {
    let text = document.bytes(node.payload)
    var at = text.startIndex
    while at + 2 < text.endIndex {
      guard text[at] == UInt8(ascii: "["), text[at + 1] == UInt8(ascii: "^") else {
        at += 1
        continue
      }
      let start = at
      at += 2
      while at < text.endIndex, isLabelByte(text[at]) { at += 1 }
      guard at > start + 2, at < text.endIndex, text[at] == UInt8(ascii: "]") else { continue }
      let place = places.place(i, start - text.startIndex)
      guard place.byte == UInt8(ascii: "[") else { continue }
      let label = String(decoding: text[(start + 2)..<at], as: UTF8.self)
      found.append(
        Diagnostic(
          "content/missing-footnote",
          at: SourceLocation(
            file: source.file, line: Int(node.line), column: place.column + 1, length: label.utf8.count + 3),
          "no footnote '[^\(label)]'",
          help: "add a line '[^\(label)]: …', or write '\\[^\(label)]' if no footnote is meant"))
    }
  }
  return found
}

private func unusedFootnotes(_ document: Document, _ source: MarkdownExtension.Source) -> [Diagnostic] {
  let used = document.footnotes.map { document.nodes[Int($0)] }
  let usedLines = Set(used.map(\.line))
  let usedLabels = Set(used.map { document.string($0.payload).lowercased() })
  var shown: Set<Int32>?
  var found: [Diagnostic] = []
  for number in 1...source.lines.count {
    let text = source.lines.text(of: number)
    let line = Int32(number + source.lineOffset)
    guard let label = definedLabel(text), !usedLines.contains(line) else { continue }
    // What looks like a footnote inside code is on the page; a dropped footnote has left nothing there.
    let linesWithText = shown ?? document.linesWithText()
    shown = linesWithText
    if linesWithText.contains(line) { continue }
    let name = String(decoding: text[label], as: UTF8.self)
    let isDouble = usedLabels.contains(name.lowercased())
    found.append(
      Diagnostic(
        "content/unused-footnote", .warning,
        at: SourceLocation(
          file: source.file, line: Int(line), column: label.lowerBound - 1, length: label.count + 3),
        isDouble
          ? "the footnote '[^\(name)]' is written twice, this one is left out"
          : "nothing refers to the footnote '[^\(name)]', it is left out",
        help: isDouble ? "give it a label of its own" : "write '[^\(name)]' in the text where it belongs, or remove it")
    )
  }
  return found
}

/// Offsets of the label if a line begins, behind the marks of quotes and lists, with `[^label]:`.
private func definedLabel(_ line: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
  var at = 0
  loop: while at < line.count {
    switch line[at] {
    case UInt8(ascii: "["): break loop
    case 32, 9, 48...57, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
      UInt8(ascii: ")"):
      at += 1
    default: return nil
    }
  }
  guard at + 1 < line.count, line[at + 1] == UInt8(ascii: "^") else { return nil }
  var end = at + 2
  while end < line.count, isLabelByte(line[end]) { end += 1 }
  guard end > at + 2, end + 1 < line.count, line[end] == UInt8(ascii: "]"), line[end + 1] == UInt8(ascii: ":") else {
    return nil
  }
  return at + 2..<end
}

/// What cmark lets stand in the label of a footnote's definition.
private func isLabelByte(_ byte: UInt8) -> Bool { byte != UInt8(ascii: "]") && byte > 32 }

extension Document {
  /// Lines on which something stands that is on the page.
  fileprivate func linesWithText() -> Set<Int32> {
    var found = Set<Int32>()
    for node in nodes {
      switch node.kind {
      case .text, .code, .htmlInline, .footnoteReference, .citation, .codeBlock, .htmlBlock:
        found.formUnion(node.line...max(node.line, node.endLine))
      default: break
      }
    }
    return found
  }
}
