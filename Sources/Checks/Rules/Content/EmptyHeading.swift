import Content
import Diagnostics

extension Check {
  /// A heading without words.
  static let emptyHeading = Check(
    "content/empty-heading", .warning,
    .init(
      finds: "A heading without any words.",
      why: "People who go from heading to heading by screen reader come to a place that has no name.",
      bad: "## First signs\n\nPain.\n\n##\n\nBlood.\n", good: "## First signs\n\nPain.\n\n## Late signs\n\nBlood.\n"),
    scope: .page { view in
      let document = view.document
      return document.headings.compactMap { heading -> Finding? in
        let i = Int(heading)
        if document.beginsWithWord(i) { return nil }
        if document.nodes[(i + 1)..<Int(document.nodes[i].end)].contains(where: { $0.kind == .image }) {
          // Its words are looked at by `image/missing-alternative`.
          return nil
        }
        if document.hash(ofWordsIn: i) != nil { return nil }
        if document.plainText(of: i).contains(where: { !$0.isWhitespace }) { return nil }
        return Finding(
          at: view.page.locationOfMarks(ofHeading: i), "the heading has no words",
          help: "write what the text below it is about, or remove the line")
      }
    })
}

extension Page {
  /// The `##` before a heading; the words of one that is underlined.
  func locationOfMarks(ofHeading i: Int) -> SourceLocation {
    let node = document.nodes[i]
    let isUnderlined = node.endLine > node.line
    if isUnderlined { return location(ofTextIn: i) }
    return SourceLocation(file: path, line: Int(node.line), column: Int(node.column), length: Int(node.level))
  }
}
