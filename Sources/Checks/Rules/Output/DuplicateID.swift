import Content
import Diagnostics

extension Check {
  /// Two elements of a page with one id.
  static let duplicateID = Check(
    "output/duplicate-id", .error,
    .init(
      finds: "Two parts of a page with the same `id`.",
      why: "Links and screen readers find the first only, so a reader lands in the wrong place.",
      bad: ["public/index.html": "<h2 id=\"help\">Help now</h2> <h2 id=\"help\">Help later</h2>"],
      good: ["public/index.html": "<h2 id=\"help\">Help now</h2> <h2 id=\"help-later\">Help later</h2>"]),
    scope: .output { file, _ in
      guard let html = file.html else { return [] }
      return html.ids.doubles.map { double in
        let first = file.location(html.attributes[double.first])
        return Finding(
          at: file.location(html.attributes[double.attribute]),
          "the id '\(html.text(html.attributes[double.attribute]))' is given twice on this page",
          help: "give one of the two another id, in the page or in its template",
          notes: [.init("first given in line \(first.line)")])
      }
    })
}
