import Content
import Diagnostics

/// The numbers of a chart, from a table with at least three columns.
///
/// For bars the columns are category, group and value; for lines they are series, place on the horizontal axis and value.
/// Further columns are left alone, but for `reference`, which cites the source of the row.
struct ChartData {
  struct Point {
    /// Row of the table, from 0.
    var row: Int
    var first: String
    var second: String
    var value: Double
    /// The value as the author wrote it.
    var written: String
  }

  let columns: [String]
  let points: [Point]
  let problems: [Diagnostic]

  /// - Parameter isLine: whether the second column is a place on an axis, too.
  init(_ rows: [DataNode], isLine: Bool) {
    var points: [Point] = []
    var problems: [Diagnostic] = []
    columns = (rows.first?.entries ?? []).prefix(3).map(\.key)
    for (row, node) in rows.enumerated() {
      let cells = (node.entries ?? []).prefix(3).map(\.value)
      guard cells.count == 3, let first = cells[0].scalar, let second = cells[1].scalar, let written = cells[2].scalar
      else {
        problems.append(
          Diagnostic(
            "data/chart", at: node.location, "a row of a chart has three columns",
            help: "for bars: category, group, value; for lines: series, place on the axis, value"))
        continue
      }
      let numbers = isLine ? cells[1...] : cells[2...]
      let mistakes = numbers.compactMap(ChartData.problem)
      problems += mistakes
      guard mistakes.isEmpty, let value = Double(written) else { continue }
      points.append(Point(row: row, first: first, second: second, value: value, written: written))
    }
    self.points = points
    self.problems = problems
  }

  /// What is wrong with a number of a chart. Its axes begin at 0.
  private static func problem(_ cell: DataNode) -> Diagnostic? {
    let written = cell.scalar ?? ""
    guard let value = Double(written), value.isFinite else {
      return Diagnostic(
        "data/chart", at: cell.location, "'\(written)' is no number", help: "write digits, with a point for decimals")
    }
    if (0...1e12).contains(value) { return nil }
    return Diagnostic(
      "data/chart", at: cell.location, "a chart shows numbers from 0 to a million million, this is \(written)",
      help: "show these data as a table")
  }

  /// Different values of a column, in the order of the table.
  func names(_ column: KeyPath<Point, String>) -> [String] {
    var seen: [String] = []
    for point in points where !seen.contains(point[keyPath: column]) { seen.append(point[keyPath: column]) }
    return seen
  }

  /// Round steps that cover the values from 0, four or five of them (Heckbert, "Nice numbers for graph labels", 1990).
  func steps(_ values: [Double]) -> [Double] {
    let largest = values.max() ?? 0
    let most = largest > 0 ? max(largest, 0.000_001) : 1
    var step = 1.0
    while step * 5 < most { step *= 10 }
    while step / 10 * 5 >= most { step /= 10 }
    for factor in [0.2, 0.25, 0.5] where step * factor * 5 >= most {
      step *= factor
      break
    }
    return stride(from: 0, through: step * 5, by: step).prefix { $0 < most + step }.map { $0 }
  }
}

/// Builds SVG text.
///
/// Colours are `currentColor` only and series differ by pattern, so a chart reads the same in dark, in print, in forced
/// colours and without colour vision.
struct SVGText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes += Array(text.utf8) }

  mutating func text(
    _ words: String, x: Double, y: Double, anchor: String = "start", size: Int = 14, bold: Bool = false
  ) {
    raw("<text x=\"\(short(x))\" y=\"\(short(y))\" font-size=\"\(size)\"")
    if anchor != "start" { raw(" text-anchor=\"\(anchor)\"") }
    if bold { raw(" font-weight=\"700\"") }
    raw(">" + escaped(words) + "</text>\n")
  }

  func escaped(_ words: String) -> String {
    words.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// A number of an axis, with as many decimals as its steps need.
  func label(_ value: Double) -> String {
    let rounded = (value * 1e9).rounded() / 1e9
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  /// A place in the drawing: one decimal at most.
  func short(_ value: Double) -> String {
    let tenths = Int((value * 10 + (value < 0 ? -0.5 : 0.5)))
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }
}
