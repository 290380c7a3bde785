import Content
import Diagnostics

extension Check {
  /// Elements that stand where they may not, so that browsers build another page than the one that is written.
  static let invalidNesting = Check(
    "output/invalid-nesting", .error,
    .init(
      finds: "A tag that stands where it may not, that is never closed, or that closes what was never opened.",
      why: "Browsers guess what was meant, each list, link or box may end elsewhere, and screen readers tell it wrong.",
      bad: ["public/index.html": "<!doctype html>\n<p>Signs of an overdose: <ul><li>slow breathing</li></ul></p>"],
      good: ["public/index.html": "<!doctype html>\n<p>Signs of an overdose:</p> <ul><li>slow breathing</li></ul>"]),
    scope: .output { file, _ in
      guard let html = file.html, html.isPage else { return [] }
      return html.mistakes.map { mistake in
        let tag = html.tags[mistake.tag]
        let name = html.name(tag)
        let place = tag.kind == .end ? file.location(tag) : file.location(ofName: tag)
        switch mistake.kind {
        case .endsParagraph:
          return Finding(
            at: place, "<\(name)> cannot stand in a paragraph, so the paragraph ends before it",
            help: "end the paragraph with </p> first, or use a <div> for both",
            notes: [.init("the paragraph begins in line \(file.location(html.tags[mistake.other]).line)")])
        case .strayEnd:
          return Finding(at: place, "</\(name)> closes nothing", help: "remove it, or look where <\(name)> got lost")
        case .unclosed:
          return Finding(at: place, "<\(name)> is never closed where it should be", help: "add </\(name)> at its end")
        case .within:
          let outer = html.name(html.tags[mistake.other])
          return Finding(at: place, "<\(name)> cannot stand in <\(outer)>", help: "move it out of <\(outer)>")
        case .outside:
          return Finding(
            at: place, "<\(name)> stands outside of what it belongs to", help: Self.home(of: tag.element, name))
        }
      }
    })

  private static func home(of element: HTMLElement, _ name: String) -> String {
    switch element {
    case .li: "put it into a <ul> or an <ol>"
    case .dt, .dd: "put it into a <dl>"
    case .tr, .td, .th, .thead, .tbody, .tfoot, .caption, .colgroup, .col: "put it into a row or part of a <table>"
    case .option: "put it into a <select>"
    case .figcaption: "put it into a <figure>"
    case .summary: "put it into <details>"
    default: "put it directly into the element that <\(name)> belongs to"
    }
  }
}
