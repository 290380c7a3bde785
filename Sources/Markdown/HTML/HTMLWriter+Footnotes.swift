extension HTMLWriter {
  mutating func footnote(_ i: Int, _ node: Node) {
    if footnotes == 0 { put("<section class=\"footnotes\" data-footnotes>\n<ol>\n") }
    footnotes += 1
    put("<li id=\"fn-")
    Escaping.url(document.bytes(node.payload), to: &out)
    put("\">\n")
    children(of: i)
    if backlink(i) { out.append(10) }
    put("</li>\n")
  }

  mutating func footnoteReference(_ node: Node) {
    // cmark gives the reference its number as literal and keeps the label to itself; definitions stand in the order of
    // their numbers.
    let number = document.bytes(node.payload)
    guard let definition = definition(number) else { return }
    let label = document.bytes(document.nodes[definition].payload)
    let count = references[label, default: 0] + 1
    references[label] = count
    put("<sup class=\"footnote-ref\"><a href=\"#fn-")
    Escaping.url(label, to: &out)
    put("\" id=\"fnref-")
    Escaping.url(label, to: &out)
    if count > 1 { out.append(contentsOf: "-\(count)".utf8) }
    put("\" data-footnote-ref>")
    Escaping.url(number, to: &out)
    put("</a></sup>")
  }

  /// Writes the links back from footnote `i`, once. Returns false if they are written already.
  mutating func backlink(_ i: Int) -> Bool {
    guard backlinks < footnotes else { return false }
    backlinks = footnotes
    let label = document.bytes(document.nodes[i].payload)
    let count = max(1, Int(document.nodes[i].level))
    for k in 1...count {
      if k > 1 { out.append(32) }
      put("<a href=\"#fnref-")
      Escaping.url(label, to: &out)
      if k > 1 { out.append(contentsOf: "-\(k)".utf8) }
      put("\" class=\"footnote-backref\" data-footnote-backref aria-label=\"")
      Escaping.html(hooks?.backToText ?? "Back to content", to: &out)
      put("\">↩")
      if k > 1 { out.append(contentsOf: "<sup class=\"footnote-ref\">\(k)</sup>".utf8) }
      put("</a>")
    }
    return true
  }

  /// The footnote that paragraph `i` belongs to.
  func parentFootnote(of i: Int) -> Int {
    var j = i - 1
    while j > 0, document.nodes[j].kind != .footnoteDefinition || Int(document.nodes[j].end) <= i { j -= 1 }
    return j
  }

  private func definition(_ number: ArraySlice<UInt8>) -> Int? {
    guard let wanted = Int(String(decoding: number, as: UTF8.self)), wanted > 0 else { return nil }
    var i = 1
    var seen = 0
    while i < document.nodes.count {
      if document.nodes[i].kind == .footnoteDefinition {
        seen += 1
        if seen == wanted { return i }
      }
      i = Int(document.nodes[i].end)
    }
    return nil
  }
}
