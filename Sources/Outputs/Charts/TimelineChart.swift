import Content

/// A vertical line of dated events, from rows with `year` and `title`. The further apart two years are, the larger the
/// gap. The list of the same events stands beside it as text.
enum TimelineChart {
  private static let width = 360.0
  private static let lineX = 64.0
  private static let rowHeight = 26.0
  private static let yearHeight = 3.0

  static func svg(_ rows: [DataNode], id: String, title: String) -> [UInt8] {
    let events = rows.compactMap { row -> (year: String, title: String)? in
      guard let year = row["year"]?.scalar, let title = row["title"]?.scalar else { return nil }
      return (year, title)
    }
    var places: [Double] = []
    var y = 18.0
    for (i, event) in events.enumerated() {
      if i > 0 {
        let gap = (firstNumber(event.year) ?? 0) - (firstNumber(events[i - 1].year) ?? 0)
        // A slip such as 20200 is no reason for a drawing of a kilometre.
        y += rowHeight + Double(min(max(0, gap - 1), 500)) * yearHeight
      }
      places.append(y)
    }
    let height = Int(y + 18)

    var svg = SVGText()
    svg.raw("<svg role=\"img\" aria-labelledby=\"\(id)-title\" viewBox=\"0 0 \(Int(width)) \(height)\" ")
    svg.raw("width=\"\(Int(width))\" height=\"\(height)\" fill=\"currentColor\">\n")
    // The list is the text equivalent; saying every event here too would say all of it twice.
    svg.raw("<title id=\"\(id)-title\">\(svg.escaped(title))</title>\n")
    svg.raw("<path d=\"M\(Int(lineX)) 10V\(height - 10)\" stroke=\"currentColor\" stroke-width=\"2\"/>\n")
    for (event, y) in zip(events, places) {
      svg.raw("<circle cx=\"\(Int(lineX))\" cy=\"\(svg.short(y))\" r=\"5\"/>\n")
      // A span such as "2014 to 2015" stands at its first year; the list has it in full.
      svg.text(String(event.year.prefix(4)), x: lineX - 14, y: y + 5, anchor: "end", size: 14, bold: true)
      svg.text(shortened(event.title), x: lineX + 14, y: y + 5, size: 14)
    }
    svg.raw("</svg>\n")
    return svg.bytes
  }

  private static func firstNumber(_ text: String) -> Int? {
    Int(text.drop { !$0.isNumber }.prefix { $0.isNumber })
  }

  /// What fits beside the line at this size.
  private static func shortened(_ title: String) -> String {
    title.count <= 38 ? title : title.prefix(37) + "…"
  }
}
