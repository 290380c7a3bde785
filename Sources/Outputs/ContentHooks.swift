import Content
import Diagnostics
import Markdown
import Mustache

/// Writes what Markdown alone does not know: where links lead, sizes of pictures, and our own syntax through templates.
struct ContentHooks: HTMLHooks {
  let rendering: Rendering
  /// Path of the file that diagnostics name.
  let page: String
  let language: String
  let document: Document
  let targets: [LinkTarget]
  let citations: CitationList
  let rows: [Int: [DataNode]]
  /// When the page was read last, for what is printed of it.
  let review: Value?
  /// Collects what templates complain of while one document is written, on one thread.
  let findings = Findings()

  final class Findings {
    var diagnostics: [Diagnostic] = []
  }

  init(
    rendering: Rendering, page: String, language: String, document: Document, targets: [LinkTarget],
    citations: CitationList, rows: [Int: [DataNode]],
    review: Value? = nil
  ) {
    self.rendering = rendering
    self.page = page
    self.language = language
    self.document = document
    self.targets = targets
    self.citations = citations
    self.rows = rows
    self.review = review
  }

  init(_ page: Page, _ rendering: Rendering) {
    self.init(
      rendering: rendering, page: page.path, language: page.language, document: page.document, targets: page.targets,
      citations: page.citations, rows: page.rows,
      review: .deferred { PageValues.review(page.frontMatter.review, rendering, page.language) })
  }

  var backToText: String { rendering.words(language)[StringKey.backToText] ?? "Back to the text" }

  // MARK: Links

  func isDrawn(link index: Int) -> Bool {
    switch targets[index] {
    case .term, .supportLine: true
    default: false
    }
  }

  func drawnLink(_ index: Int, inner: [UInt8], to out: inout [UInt8]) {
    switch targets[index] {
    case .term(let i):
      let term = rendering.site.data.glossary[i]
      let isFirst = targets[..<index].allSatisfy { if case .term(i) = $0 { false } else { true } }
      draw(
        "inlines/term",
        [
          "text": .html(inner), "term": .text(term.term), "id": .text(term.id), "isFirst": .flag(isFirst),
          "url": .optional(rendering.url(ofTerm: i, language)),
        ], to: &out)
    case .supportLine(let i):
      var values = SupportLineValues.make(rendering.site.data.supportLines[i], rendering.words(language))
      values["words"] = .html(inner)
      draw("inlines/support-line", values, to: &out)
    default: break
    }
  }

  func openLink(_ index: Int, to out: inout [UInt8]) {
    let link = document.links[index]
    out.append(contentsOf: "<a href=\"".utf8)
    switch targets[index] {
    case .page(let i, let anchor):
      Escaping.html(rendering.url(of: rendering.site.pages[i]), to: &out)
      if let anchor { appendAnchor(anchor, to: &out) }
      out.append(UInt8(ascii: "\""))
    case .anchor(let anchor):
      appendAnchor(anchor, to: &out)
      out.append(UInt8(ascii: "\""))
    case .asset(let path):
      Escaping.html(rendering.url(ofAsset: path), to: &out)
      out.append(UInt8(ascii: "\""))
    case .external:
      Escaping.url(document.bytes(link.destination), to: &out)
      out.append(contentsOf: "\" rel=\"noreferrer\"".utf8)
    case .draft, .missing, .unknownTerm, .unknownSupportLine, .dangerous, .term, .supportLine:
      // A check has reported it; such a page is never published.
      out.append(contentsOf: "#\"".utf8)
    }
    title(link, to: &out)
    out.append(UInt8(ascii: ">"))
  }

  func closeLink(_ index: Int, to out: inout [UInt8]) { out.append(contentsOf: "</a>".utf8) }

  private func appendAnchor(_ anchor: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "#"))
    Escaping.url(Array(anchor.utf8)[...], to: &out)
  }

  private func title(_ link: Link, to out: inout [UInt8]) {
    guard link.title.length > 0 else { return }
    out.append(contentsOf: " title=\"".utf8)
    Escaping.html(document.bytes(link.title), to: &out)
    out.append(UInt8(ascii: "\""))
  }

  // MARK: Images

  func image(_ index: Int, alternative: [UInt8], to out: inout [UInt8]) {
    guard case .asset(let path) = targets[index] else { return }
    out.append(contentsOf: "<img src=\"".utf8)
    Escaping.html(rendering.url(ofAsset: path), to: &out)
    out.append(contentsOf: "\" alt=\"".utf8)
    out.append(contentsOf: alternative)
    out.append(UInt8(ascii: "\""))
    if let size = rendering.imageSizes[path] {
      out.append(contentsOf: " width=\"\(size.width)\" height=\"\(size.height)\"".utf8)
    }
    // An empty `alt` is what tells screen readers to pass a picture by; a title would make them stop.
    if !(alternative.isEmpty && document.isDecorative(document.links[index])) { title(document.links[index], to: &out) }
    out.append(contentsOf: " decoding=\"async\">".utf8)
  }

  // MARK: Our own syntax

  func citation(_ index: Int, to out: inout [UInt8]) {
    draw(marks: citations.marks[index], to: &out)
  }

  func draw(marks: [CitationList.Mark], to out: inout [UInt8]) {
    guard !marks.isEmpty else { return }
    let values: [Value] = marks.enumerated().map { k, mark in
      [
        "number": .number(mark.number), "id": .text(ReferenceValues.anchor(mark.number, mark.occurrence)),
        "url": .text("#ref-\(mark.number)"), "isFirst": .flag(k == 0), "isLast": .flag(k == marks.count - 1),
      ]
    }
    draw("inlines/citation", ["marks": .list(values)], to: &out)
  }

  func directive(_ index: Int, inner: [UInt8], to out: inout [UInt8]) {
    let drawn = DirectiveValues(self, index)
    findings.diagnostics += drawn.problems
    draw("directives/" + document.directives[index].name, drawn.values(inner: inner), to: &out)
  }

  private func draw(_ template: String, _ values: Object, to out: inout [UInt8]) {
    var context = rendering.shared[language] ?? Object()
    for key in values.keys { context[key] = values[key] }
    findings.diagnostics += rendering.templates.render(template, with: .object(context), page: page, into: &out)
    while out.last == 10 { out.removeLast() }
  }
}
