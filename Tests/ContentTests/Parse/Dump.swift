import Diagnostics

@testable import Content

/// A tree in one line, for comparing: `{title: "a", tags: [b, null]}`; with places, `title@2:1+5`.
func dump(_ node: DataNode, places: Bool = false) -> String {
  func at(_ location: SourceLocation) -> String {
    places ? "@\(location.line):\(location.column)+\(location.length)" : ""
  }
  let place = at(node.location)
  switch node.value {
  case .null: return "null" + place
  case .scalar(let text, let quoted): return (quoted ? "\"\(text)\"" : text) + place
  case .sequence(let items): return "[" + items.map { dump($0, places: places) }.joined(separator: ", ") + "]" + place
  case .mapping(let entries):
    let parts = entries.map { "\($0.key)\(at($0.keyLocation)): \(dump($0.value, places: places))" }
    return "{" + parts.joined(separator: ", ") + "}" + place
  }
}

/// Diagnostics as `line:column+length message`.
func lines(_ problems: [Diagnostic]) -> [String] {
  problems.map { "\($0.location.line):\($0.location.column)+\($0.location.length) \($0.message)" }
}
