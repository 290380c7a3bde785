/// A table in GitHub's Markdown, with an empty line after it.
struct MarkdownTable: CustomStringConvertible {
  let description: String

  init(_ header: [String], _ rows: [[String]]) {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    description = line(header) + line(header.map { _ in "---" }) + rows.map(line).joined()
  }
}
