/// Writes JSON (RFC 8259) that may also stand in one line of an event and in a page.
enum JSON {
  static func text(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      // Line ends of scripts, and what would begin a tag.
      case "\u{0}"..<" ", "\u{7F}", "<", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  static func text(_ text: String?) -> String { text.map { Self.text($0) } ?? "null" }

  static func list(_ members: [String]) -> String { "[" + members.joined(separator: ",") + "]" }

  /// - Parameter members: names, and values that are JSON already.
  static func object(_ members: [(name: String, value: String)]) -> String {
    "{" + members.map { text($0.name) + ":" + $0.value }.joined(separator: ",") + "}"
  }
}
