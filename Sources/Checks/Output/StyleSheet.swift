/// The rules of a source style sheet with their places, as far as checks of colours need them: selectors, the media
/// that they are for, and declarations. Knows nesting; reads no values.
struct StyleSheet {
  struct Declaration {
    var name: String
    var value: String
    /// Of the value, without what surrounds it.
    var range: Range<Int>
  }

  struct Rule {
    var selectors: [String]
    /// Of the selectors.
    var range: Range<Int>
    /// What stands behind `@media` and its like around it, lower case.
    var conditions: [String]
    var declarations: [Declaration]
  }

  private(set) var rules: [Rule] = []
  /// The bytes with spaces for comments.
  private var bytes: [UInt8]
  private var i = 0

  init(_ source: [UInt8]) {
    bytes = Self.withoutComments(source)
    read(selectors: nil, range: 0..<0, conditions: [])
  }

  /// The source with spaces in place of comments, so that all else stays where it is.
  static func withoutComments(_ source: [UInt8]) -> [UInt8] {
    var bytes = source
    var k = 0
    while k + 1 < bytes.count {
      if bytes[k] == UInt8(ascii: "\""), let end = bytes[(k + 1)...].firstIndex(where: { $0 == bytes[k] || $0 == 10 }) {
        k = end + 1
      } else if bytes[k] == UInt8(ascii: "/"), bytes[k + 1] == UInt8(ascii: "*") {
        while k < bytes.count {
          let isEnd = bytes[k] == UInt8(ascii: "*") && k + 1 < bytes.count && bytes[k + 1] == UInt8(ascii: "/")
          if bytes[k] != 10 { bytes[k] = 32 }
          k += 1
          if isEnd {
            bytes[k] = 32
            break
          }
        }
      } else {
        k += 1
      }
    }
    return bytes
  }

  /// Reads to the `}` that ends this block.
  private mutating func read(selectors: [String]?, range: Range<Int>, conditions: [String]) {
    var own: [Declaration] = []
    var start = i
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString()
      case UInt8(ascii: "("): skipBrackets()
      case UInt8(ascii: ";"):
        if let declaration = declaration(start..<i) { own.append(declaration) }
        i += 1
        start = i
      case UInt8(ascii: "}"):
        if let declaration = declaration(start..<i) { own.append(declaration) }
        i += 1
        add(selectors, range, conditions, own)
        return
      case UInt8(ascii: "{"):
        let prelude = trimmed(start..<i)
        let text = String(decoding: bytes[prelude], as: UTF8.self)
        i += 1
        if text.hasPrefix("@") {
          read(selectors: selectors, range: range, conditions: conditions + [text.lowercased()])
        } else {
          read(selectors: Self.nested(text, in: selectors), range: prelude, conditions: conditions)
        }
        start = i
      default: i += 1
      }
    }
    add(selectors, range, conditions, own)
  }

  private mutating func add(_ selectors: [String]?, _ range: Range<Int>, _ conditions: [String], _ own: [Declaration]) {
    if let selectors, !own.isEmpty {
      rules.append(Rule(selectors: selectors, range: range, conditions: conditions, declarations: own))
    }
  }

  private func declaration(_ range: Range<Int>) -> Declaration? {
    guard let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = trimmed(range.lowerBound..<colon)
    var value = trimmed((colon + 1)..<range.upperBound)
    if name.isEmpty || value.isEmpty { return nil }
    if let mark = bytes[value].lastIndex(of: UInt8(ascii: "!")) { value = trimmed(value.lowerBound..<mark) }
    let isCustom = bytes[name].hasPrefix("--")
    let text = String(decoding: bytes[name], as: UTF8.self)
    return Declaration(
      name: isCustom ? text : text.lowercased(), value: String(decoding: bytes[value], as: UTF8.self), range: value)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let slice = bytes[range].trimmed
    return slice.startIndex..<slice.endIndex
  }

  private mutating func skipString() {
    let quote = bytes[i]
    i += 1
    while i < bytes.count, bytes[i] != quote, bytes[i] != 10 { i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1 }
    i = min(i + 1, bytes.count)
  }

  private mutating func skipBrackets() {
    var depth = 0
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        skipString()
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "}"): return
      default: break
      }
      i += 1
      if depth == 0 { return }
    }
  }

  private static func nested(_ text: String, in parents: [String]?) -> [String] {
    let own = split(text, at: ",").map(\.trimmedSpaces)
    guard let parents else { return own }
    return parents.flatMap { parent in
      own.map { $0.contains("&") ? $0.replacing("&", with: parent) : parent + " " + $0 }
    }
  }

  /// Parts between separators that stand in no brackets.
  static func split(_ text: String, at separator: Character) -> [String] {
    var (parts, depth) = ([""], 0)
    for character in text {
      if character == separator, depth == 0 {
        parts.append("")
        continue
      }
      if character == "(" || character == "[" { depth += 1 }
      if character == ")" || character == "]" { depth -= 1 }
      parts[parts.count - 1].append(character)
    }
    return parts
  }
}

extension String {
  var trimmedSpaces: String {
    var slice = self[...]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }
}
