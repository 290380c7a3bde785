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
      let (tables, document) = (view.prose.tables, view.document)
      var found: [Finding] = []
      for i in tables.lazy.map(Int.init) {
        let rows = document.children(of: i).count - 1
        guard document.nodes[i].payload.length > mostColumns || rows > mostRows, !isNamed(i, document) else { continue }
        found.append(
          Finding(
            at: view.page.location(ofRow: i + 1), "a table of this size needs a caption",
            help: "put a line ':::table{caption=\"What the table shows\"}' above it and ':::' below it"))
      }
      return found
    })

  private static let mostColumns = 3
  private static let mostRows = 6

  /// Whether a table stands in a directive that says what it shows.
  private static func isNamed(_ table: Int, _ document: Document) -> Bool {
    document.nodes[..<table].contains { node in
      guard node.kind == .directive, node.end > table else { return false }
      return document.directives[Int(node.payload.start)].attributes.contains { attribute in
        ["caption", "title"].contains(attribute.name) && !attribute.value.isEmpty
      }
    }
  }
}
