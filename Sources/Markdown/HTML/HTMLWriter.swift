/// Writes a document as HTML.
///
/// Without hooks the bytes are exactly those of `cmark_render_html` for the same options; a differential test holds it
/// to that. With hooks it writes what a site needs: anchors on headings, resolved links, drawn directives, and no
/// presentational attributes, which HTML has dropped.
package struct HTMLWriter {
  package struct Options: Sendable {
    /// Raw HTML passes as it is; otherwise a comment stands in its place.
    package var unsafe = false
    /// GitHub's `tagfilter`: with `unsafe`, nine kinds of tags still lose their `<`.
    package var tagFilter = false

    package init(unsafe: Bool = false, tagFilter: Bool = false) {
      self.unsafe = unsafe
      self.tagFilter = tagFilter
    }
  }

  let document: Document
  let options: Options
  let hooks: (any HTMLHooks)?
  var out: [UInt8]
  /// Where what is being written begins in `out`.
  var start: Int
  /// Footnotes begun, and footnotes whose link back is written.
  var footnotes = 0
  var backlinks = 0
  var tableHasBody = false

  private init(_ document: Document, _ options: Options, _ hooks: (any HTMLHooks)?, _ out: [UInt8]) {
    self.document = document
    self.options = options
    self.hooks = hooks
    self.out = out
    start = out.count
  }

  /// Appends the HTML of the whole document to `out`.
  package static func write(
    _ document: Document, options: Options = Options(), hooks: (any HTMLHooks)? = nil, to out: inout [UInt8]
  ) {
    guard !document.nodes.isEmpty else { return }
    var buffer: [UInt8] = []
    swap(&buffer, &out)
    var writer = HTMLWriter(document, options, hooks, buffer)
    buffer = []
    writer.children(of: 0)
    if writer.footnotes > 0 { writer.put("</ol>\n</section>\n") }
    swap(&out, &writer.out)
  }

  mutating func children(of parent: Int) {
    var i = parent + 1
    let end = Int(document.nodes[parent].end)
    while i < end {
      write(i)
      i = Int(document.nodes[i].end)
    }
  }

  @inline(__always)
  mutating func put(_ text: StaticString) {
    out.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Starts a new line unless one has just started.
  @inline(__always)
  mutating func freshLine() {
    if out.count > start, out[out.count - 1] != 10 { out.append(10) }
  }

  mutating func escaped(_ range: ByteRange) { Escaping.html(document.bytes(range), to: &out) }

  // MARK: Nodes

  private mutating func write(_ i: Int) {
    let node = document.nodes[i]
    switch node.kind {
    case .text: escaped(node.payload)
    case .softBreak: out.append(10)
    case .paragraph: paragraph(i, node)
    case .emphasis: wrap(i, "<em>", "</em>")
    case .strong: wrap(i, "<strong>", "</strong>")
    case .strikethrough: wrap(i, "<del>", "</del>")
    case .code:
      put("<code>")
      escaped(node.payload)
      put("</code>")
    case .link: link(i, node)
    case .image: image(i, node)
    case .lineBreak: if hooks == nil { put("<br />\n") } else { put("<br>\n") }
    case .heading: heading(i, node)
    case .list: list(i, node)
    case .item: item(i, node)
    case .blockQuote:
      freshLine()
      put("<blockquote>\n")
      children(of: i)
      freshLine()
      put("</blockquote>\n")
    case .codeBlock: codeBlock(node)
    case .thematicBreak:
      freshLine()
      if hooks == nil { put("<hr />\n") } else { put("<hr>\n") }
    case .htmlBlock: htmlBlock(node)
    case .htmlInline: htmlInline(node)
    case .table, .tableRow, .tableCell: table(i, node)
    case .footnoteDefinition: footnote(i, node)
    case .footnoteReference: footnoteReference(node)
    case .citation: hooks?.citation(Int(node.payload.start), to: &out)
    case .directive: directive(i, node)
    case .document: children(of: i)
    case .directiveFence: break
    }
  }

  private mutating func wrap(_ i: Int, _ open: StaticString, _ close: StaticString) {
    put(open)
    children(of: i)
    put(close)
  }

  private mutating func paragraph(_ i: Int, _ node: Node) {
    if node.flags.contains(.tight) {
      children(of: i)
      return
    }
    freshLine()
    put("<p>")
    children(of: i)
    if node.flags.contains(.lastInFootnote) {
      out.append(32)
      _ = backlink(parentFootnote(of: i))
    }
    put("</p>\n")
  }

  private mutating func heading(_ i: Int, _ node: Node) {
    freshLine()
    let digit = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: node.level)
    put("<h")
    out.append(digit)
    if hooks != nil, node.payload.length > 0 {
      put(" id=\"")
      escaped(node.payload)
      out.append(UInt8(ascii: "\""))
    }
    out.append(UInt8(ascii: ">"))
    children(of: i)
    put("</h")
    out.append(digit)
    put(">\n")
  }

  private mutating func list(_ i: Int, _ node: Node) {
    freshLine()
    let first = node.payload.start
    switch first {
    case -1: put("<ul>\n")
    case 1: put("<ol>\n")
    default:
      put("<ol start=\"")
      out.append(contentsOf: String(first).utf8)
      put("\">\n")
    }
    children(of: i)
    if first == -1 { put("</ul>\n") } else { put("</ol>\n") }
  }

  private mutating func item(_ i: Int, _ node: Node) {
    freshLine()
    put("<li>")
    if node.flags.contains(.task) {
      let checked = node.flags.contains(.checked)
      if hooks != nil {
        // A disabled control without a name says nothing to a screen reader; the sign has a name of its own.
        put(checked ? "☑ " : "☐ ")
      } else {
        put(
          checked
            ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> " : "<input type=\"checkbox\" disabled=\"\" /> ")
      }
    }
    children(of: i)
    put("</li>\n")
  }

  private mutating func codeBlock(_ node: Node) {
    freshLine()
    let info = document.bytes(ByteRange(start: node.payload.start + node.payload.length, length: Int32(node.level)))
    if info.isEmpty {
      put("<pre><code>")
    } else {
      put("<pre><code class=\"language-")
      Escaping.html(info.prefix { !isSpace($0) }, to: &out)
      put("\">")
    }
    escaped(node.payload)
    put("</code></pre>\n")
  }

  private mutating func link(_ i: Int, _ node: Node) {
    let index = Int(node.payload.start)
    if let hooks {
      if hooks.isDrawn(link: index) {
        let inner = captured { $0.children(of: i) }
        hooks.drawnLink(index, inner: inner, to: &out)
        return
      }
      hooks.openLink(index, to: &out)
      children(of: i)
      hooks.closeLink(index, to: &out)
      return
    }
    put("<a href=\"")
    destination(index)
    title(index)
    put("\">")
    children(of: i)
    put("</a>")
  }

  private mutating func image(_ i: Int, _ node: Node) {
    let index = Int(node.payload.start)
    if let hooks {
      let alternative = captured { $0.plain(i) }
      hooks.image(index, alternative: alternative, to: &out)
      return
    }
    put("<img src=\"")
    destination(index)
    put("\" alt=\"")
    plain(i)
    title(index)
    put("\" />")
  }

  private mutating func destination(_ index: Int) {
    let url = document.bytes(document.links[index].destination)
    if options.unsafe || !DangerousURL.matches(url) { Escaping.url(url, to: &out) }
  }

  private mutating func title(_ index: Int) {
    let title = document.links[index].title
    guard title.length > 0 else { return }
    put("\" title=\"")
    escaped(title)
  }

  /// The text of a node's descendants, as an image's alternative.
  private mutating func plain(_ i: Int) {
    for node in document.nodes[(i + 1)..<Int(document.nodes[i].end)] {
      switch node.kind {
      case .text, .code, .htmlInline: escaped(node.payload)
      case .softBreak, .lineBreak: out.append(32)
      default: break
      }
    }
  }

  private mutating func directive(_ i: Int, _ node: Node) {
    guard let hooks else { return }
    let inner = captured { $0.children(of: i) }
    freshLine()
    hooks.directive(Int(node.payload.start), inner: inner, to: &out)
    freshLine()
  }

  /// What `body` writes, apart from the output so far.
  private mutating func captured(_ body: (inout HTMLWriter) -> Void) -> [UInt8] {
    var before: [UInt8] = []
    swap(&before, &out)
    let outerStart = start
    start = 0
    body(&self)
    start = outerStart
    swap(&before, &out)
    return before
  }
}
