/// Lists whose members have weights: `Accept` and `Accept-Encoding` (RFC 9110, section 12.4.2).
enum Weights {
  /// Members in lower case with their weights from 0 to 1; other parameters are left out.
  static func members(_ field: String) -> [(name: String, weight: Double)] {
    field.lowercased().split(separator: ",").compactMap { member in
      let parts = member.split(separator: ";", omittingEmptySubsequences: false).map(trimmed)
      guard let name = parts.first, !name.isEmpty else { return nil }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
      // A weight that cannot be read is no wish for the thing.
      return (String(name), weight.map { Double($0.dropFirst(2)) ?? 0 } ?? 1)
    }
  }

  /// Whether a browser opens a page: `Accept` names `text/html` itself.
  static func namesHTML(_ accept: String?) -> Bool {
    members(accept ?? "").contains { $0.name == "text/html" && $0.weight > 0 }
  }

  /// Whether gzip is welcome, and not less than the bytes as they are.
  static func allowGzip(_ acceptEncoding: String?) -> Bool {
    let members = members(acceptEncoding ?? "")
    func weight(_ names: String...) -> Double? { members.first { names.contains($0.name) }?.weight }
    let gzip = weight("gzip", "x-gzip") ?? weight("*") ?? 0
    return gzip > 0 && gzip >= weight("identity") ?? 0
  }

  private static func trimmed(_ text: Substring) -> Substring {
    func isSpace(_ character: Character) -> Bool { character == " " || character == "\t" }
    var text = text.drop(while: isSpace)
    while text.last.map(isSpace) == true { text.removeLast() }
    return text
  }
}
