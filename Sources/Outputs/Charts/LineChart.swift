import Content

/// Lines over a horizontal axis of numbers, one for each series. Drawn for the width of a phone.
enum LineChart {
  private static let width = 360.0
  private static let plotHeight = 220.0
  private static let left = 40.0

  static func svg(_ data: ChartData, id: String, title: String, xAxis: String?, yAxis: String?) -> [UInt8] {
    let series = data.names(\.first)
    let points = data.points.compactMap { point in
      Double(point.second).map { (series: point.first, x: $0, y: point.value) }
    }
    let xSteps = data.steps(points.map(\.x))
    let ySteps = data.steps(points.map(\.y))
    let xMost = xSteps.last ?? 1
    let yMost = ySteps.last ?? 1
    let top = 12 + Double(series.count) * 22 + (yAxis == nil ? 0 : 22)
    let bottom = top + plotHeight
    let height = bottom + (xAxis == nil ? 28 : 50)
    func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
      (left + x / xMost * (width - left - 12), bottom - y / yMost * plotHeight)
    }

    var svg = SVGText()
    svg.raw(
      "<svg role=\"img\" aria-labelledby=\"\(id)-title \(id)-text\" viewBox=\"0 0 \(Int(width)) \(Int(height))\" ")
    svg.raw("width=\"\(Int(width))\" height=\"\(Int(height))\" fill=\"currentColor\">\n")
    svg.raw("<title id=\"\(id)-title\">\(svg.escaped(title))</title>\n")
    svg.raw("<desc id=\"\(id)-text\">\(svg.escaped(description(data, series)))</desc>\n")
    for (k, name) in series.enumerated() {
      let y = 12 + Double(k) * 22
      line(&svg, "M0 \(svg.short(y))H30", k)
      svg.text(name, x: 38, y: y + 5)
    }
    if let yAxis { svg.text(yAxis, x: 0, y: top - 10, size: 13) }
    for step in ySteps {
      let y = place(0, step).y
      svg.raw(
        "<path d=\"M\(Int(left)) \(svg.short(y))H\(Int(width - 12))\" stroke=\"currentColor\" opacity=\".35\"/>\n")
      svg.text(svg.label(step), x: left - 6, y: y + 5, anchor: "end", size: 13)
    }
    for step in xSteps { svg.text(svg.label(step), x: place(step, 0).x, y: bottom + 18, anchor: "middle", size: 13) }
    if let xAxis { svg.text(xAxis, x: left, y: bottom + 40, size: 13) }
    for (k, name) in series.enumerated() {
      let own = points.filter { $0.series == name }.sorted { $0.x < $1.x }.map { place($0.x, $0.y) }
      guard let first = own.first else { continue }
      let path =
        "M\(svg.short(first.x)) \(svg.short(first.y))"
        + own.dropFirst().map { "L\(svg.short($0.x)) \(svg.short($0.y))" }.joined()
      line(&svg, path, k)
      for point in own {
        svg.raw("<circle cx=\"\(svg.short(point.x))\" cy=\"\(svg.short(point.y))\" r=\"4\"/>\n")
      }
    }
    svg.raw("</svg>\n")
    return svg.bytes
  }

  private static func line(_ svg: inout SVGText, _ path: String, _ series: Int) {
    let dashes = ["", " stroke-dasharray=\"8 4\"", " stroke-dasharray=\"2 4\"", " stroke-dasharray=\"10 3 2 3\""]
    svg.raw(
      "<path d=\"\(path)\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"3\"\(dashes[series % dashes.count])/>\n"
    )
  }

  private static func description(_ data: ChartData, _ series: [String]) -> String {
    series.map { name in
      let values = data.points.filter { $0.first == name }.map { "\($0.second): \($0.written)" }
      return "\(name): \(values.joined(separator: ", "))."
    }.joined(separator: " ")
  }
}
