import Content
import Diagnostics
import Markdown

extension Check {
  /// A large table that does not say what it shows.
  static let tableWithoutCaption = Check(
    "table/no-caption", .warning,
    .init(
      finds:
        "A table of more than three columns, or more than six rows below its head, that stands in no directive "
        + "with a `caption` or `title`.",
      why:
        "A caption tells what the numbers are before somebody works through them, and a wide table in "
        + "`:::table` can be moved on a small screen.",
      bad:
        "| Year | Died | Treated | Asked |\n|---|---|---|---|\n| 2020 | 1 | 20 | 300 |\n| 2021 | 2 | 30 | 400 |\n",
      good:
        ":::table{caption=\"People harmed by ketamine, by year\"}\n| Year | Died | Treated | Asked "
        + "|\n|---|---|---|---|\n| 2020 | 1 | 20 | 300 |\n| 2021 | 2 | 30 | 400 |\n:::\n"
    ),
    scope: .page { view in
      guard view.prose.has(.table) else { return [] }
      let document = view.document
      var found: [Finding] = []
      var captionEnd = 0
      for (i, node) in document.nodes.enumerated() {
        if node.kind == .directive {
          let directive = document.directives[Int(node.payload.start)]
          if isNamed(directive) { captionEnd = max(captionEnd, Int(node.end)) }
        }
        guard node.kind == .table, i >= captionEnd else { continue }
        let rows = document.children(of: i).count - 1
        guard node.payload.length > mostColumns || rows > mostRows else { continue }
        found.append(
          Finding(
            at: view.page.location(ofRow: i + 1), "a table of this size needs a caption",
            help: "put a line ':::table{caption=\"What the table shows\"}' above it and ':::' below it"))
      }
      return found
    })

  private static let mostColumns = 3
  private static let mostRows = 6

  private static func isNamed(_ directive: Directive) -> Bool {
    directive.attributes.contains { ["caption", "title"].contains($0.name) && !$0.value.isEmpty }
  }
}
