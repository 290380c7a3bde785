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
    let footnote = Int(node.payload.start)
    guard document.footnotes.indices.contains(footnote) else { return }
    let label = document.bytes(document.nodes[Int(document.footnotes[footnote])].payload)
    put("<sup class=\"footnote-ref\"><a href=\"#fn-")
    Escaping.url(label, to: &out)
    put("\" id=\"fnref-")
    Escaping.url(label, to: &out)
    if node.payload.length > 1 { out.append(contentsOf: "-\(node.payload.length)".utf8) }
    put("\" data-footnote-ref>")
    out.append(contentsOf: "\(footnote + 1)".utf8)
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
}
