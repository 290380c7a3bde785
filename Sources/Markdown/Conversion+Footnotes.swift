extension Conversion {
  mutating func readFootnote(_ made: inout Node) {
    let text = lines.text(of: Int(made.line - lineOffset))
    guard let label = footnoteLabel(text, before: Int(made.column) - 1) else { return }
    made.column = Int32(label.lowerBound - 1)
    made.payload = document.add(UnsafeBufferPointer(rebasing: text[label]))
  }

  /// cmark keeps the label to itself and places the node behind `[^label]:`.
  private func footnoteLabel(_ text: UnsafeBufferPointer<UInt8>, before column: Int) -> Range<Int>? {
    var end = min(column, text.count)
    while end > 0, text[end - 1] == 32 || text[end - 1] == 9 { end -= 1 }
    end -= 2
    guard end > 2, text[end] == UInt8(ascii: "]"), text[end + 1] == UInt8(ascii: ":") else { return nil }
    var start = end
    while start > 0, text[start - 1] != 32, text[start - 1] != 9, text[start - 1] != UInt8(ascii: "]") { start -= 1 }
    while start + 2 < end, text[start] != UInt8(ascii: "[") || text[start + 1] != UInt8(ascii: "^") { start += 1 }
    return start + 2..<end
  }

  /// Counts each footnote's references as they stand in the source, which is not the order of the tree where one
  /// footnote refers to another.
  ///
  /// cmark counts references inside footnotes that it drops, too, and links back to them; we do not.
  mutating func numberReferences() {
    var counts = [Int32](repeating: 0, count: document.footnotes.count)
    references.sort {
      let (a, b) = (document.nodes[$0], document.nodes[$1])
      return (a.line, a.column) < (b.line, b.column)
    }
    for reference in references {
      let footnote = Int(document.nodes[reference].payload.start)
      guard counts.indices.contains(footnote) else { continue }
      counts[footnote] += 1
      document.nodes[reference].payload.length = counts[footnote]
    }
    for (footnote, count) in zip(document.footnotes, counts) {
      document.nodes[Int(footnote)].level = UInt16(clamping: count)
    }
  }
}
