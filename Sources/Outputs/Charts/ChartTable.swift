import Content
import Markdown

/// The numbers of a chart as a table: what a screen reader, a text browser and a careful reader want.
enum ChartTable {
  /// - Parameter citations: HTML of the sources of each row of the data.
  static func html(_ data: ChartData, citations: [[UInt8]]) -> [UInt8] {
    var out: [UInt8] = []
    func add(_ text: String) { out += Array(text.utf8) }
    func cell(_ open: String, _ words: String, _ close: String, after: [UInt8] = []) {
      add(open)
      Escaping.html(words, to: &out)
      if !after.isEmpty { out += [32] + after }
      add(close)
    }
    let groups = data.names(\.second)
    cell("<table>\n<thead>\n<tr>\n<th scope=\"col\">", heading(data.columns.first ?? ""), "</th>\n")
    for group in groups { cell("<th scope=\"col\" class=\"align-right\">", group, "</th>\n") }
    add("</tr>\n</thead>\n<tbody>\n")
    for category in data.names(\.first) {
      let own = data.points.filter { $0.first == category }
      cell("<tr>\n<th scope=\"row\">", category, "</th>\n")
      for group in groups {
        // Every row's source is shown, and once, so that each link back from the references has a place to lead to.
        let point = own.first { $0.second == group }
        let source = point.flatMap { $0.row < citations.count ? citations[$0.row] : nil } ?? []
        cell("<td class=\"align-right\">", point?.written ?? "–", "</td>\n", after: source)
      }
      add("</tr>\n")
    }
    add("</tbody>\n</table>\n")
    return out
  }

  /// `trial` → `Trial`
  private static func heading(_ column: String) -> String { column.prefix(1).uppercased() + column.dropFirst() }
}
