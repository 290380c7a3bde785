import Content

/// Horizontal bars in groups: every category has one bar for each group. Drawn for the width of a phone.
enum BarChart {
  private static let width = 360.0
  private static let barHeight = 20.0

  static func svg(_ data: ChartData, id: String, title: String, axis: String?) -> [UInt8] {
    let categories = data.names(\.first)
    let groups = data.names(\.second)
    let steps = data.steps(data.points.map(\.value))
    let most = steps.last ?? 1
    let plot = width - 56
    let blockHeight = 30 + Double(groups.count) * (barHeight + 4)
    let top = 16 + Double(groups.count) * 24
    let bottom = top + Double(categories.count) * blockHeight
    let height = bottom + (axis == nil ? 28 : 50)

    var svg = SVGText()
    svg.raw(
      "<svg role=\"img\" aria-labelledby=\"\(id)-title \(id)-text\" viewBox=\"0 0 \(Int(width)) \(Int(height))\" ")
    svg.raw("width=\"\(Int(width))\" height=\"\(Int(height))\" fill=\"currentColor\">\n")
    svg.raw("<title id=\"\(id)-title\">\(svg.escaped(title))</title>\n")
    svg.raw("<desc id=\"\(id)-text\">\(svg.escaped(description(data, categories)))</desc>\n")
    for (k, group) in groups.enumerated() {
      bar(&svg, x: 0, y: 4 + Double(k) * 24, width: 28, group: k)
      svg.text(group, x: 36, y: 19 + Double(k) * 24)
    }
    for step in steps {
      let x = step / most * plot
      svg.raw(
        "<path d=\"M\(svg.short(x)) \(svg.short(top))V\(svg.short(bottom))\" stroke=\"currentColor\" opacity=\".35\"/>\n"
      )
      svg.text(svg.label(step), x: x, y: bottom + 18, anchor: step == 0 ? "start" : "middle", size: 13)
    }
    if let axis { svg.text(axis, x: 0, y: bottom + 40, size: 13) }
    for (i, category) in categories.enumerated() {
      let y = top + Double(i) * blockHeight
      svg.text(category, x: 0, y: y + 20, bold: true)
      for (k, group) in groups.enumerated() {
        guard let point = data.points.first(where: { $0.first == category && $0.second == group }) else { continue }
        let barY = y + 27 + Double(k) * (barHeight + 4)
        let length = max(0, point.value / most * plot)
        bar(&svg, x: 0, y: barY, width: length, group: k)
        svg.text(point.written, x: length + 6, y: barY + 15, bold: true)
      }
    }
    svg.raw("</svg>\n")
    return svg.bytes
  }

  /// The first group is filled, the second an outline, the third hatched by its outline's dashes, and so on in turn.
  private static func bar(_ svg: inout SVGText, x: Double, y: Double, width: Double, group: Int) {
    svg.raw(
      "<rect x=\"\(svg.short(x + 1))\" y=\"\(svg.short(y))\" width=\"\(svg.short(max(1, width - 1)))\" height=\"\(Int(barHeight))\""
    )
    switch group % 3 {
    case 0: svg.raw(" stroke=\"currentColor\" stroke-width=\"2\"/>\n")
    case 1: svg.raw(" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>\n")
    default: svg.raw(" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-dasharray=\"4 3\"/>\n")
    }
  }

  private static func description(_ data: ChartData, _ categories: [String]) -> String {
    categories.map { category in
      let values = data.points.filter { $0.first == category }.map { "\($0.second) \($0.written)" }
      return "\(category): \(values.joined(separator: ", "))."
    }.joined(separator: " ")
  }
}
