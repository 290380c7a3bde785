import Pipeline

/// How long each stage took, for people and for the benchmark.
enum StageReport {
  static func text(_ result: Build.Result) -> String {
    let total = result.stages.reduce(0) { $0 + $1.seconds }
    let speed = total > 0 ? "  \(Int(Double(result.pages) / total)) pages a second, \(result.bytes) bytes\n" : ""
    return text(result.stages) + speed
  }

  static func text(_ stages: [(name: String, seconds: Double)]) -> String {
    let total = stages.reduce(0) { $0 + $1.seconds }
    return (stages + [("total", total)]).map { "  \(padded($0.name)) \(milliseconds($0.seconds))\n" }.joined()
  }

  private static func padded(_ name: String) -> String { name + String(repeating: " ", count: max(0, 16 - name.count)) }

  private static func milliseconds(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10_000).rounded())
    return "\(tenths / 10).\(tenths % 10) ms"
  }
}
