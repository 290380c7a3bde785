import Diagnostics

/// libyaml's complaint about a text, to be told in an editor's words.
///
/// libyaml says what its grammar missed, and where. What an editor did is something else, mostly one of a few slips:
/// a colon in a value, a quote left open, a line that is indented wrongly.
struct YAMLProblem {
  let bytes: UnsafeBufferPointer<UInt8>
  /// libyaml's words, such as "mapping values are not allowed in this context".
  let problem: String
  /// What libyaml was reading, such as "while scanning a quoted scalar"; may be empty.
  let context: String
  /// Where it was noticed, in bytes.
  let offset: Int
  /// Where the thing began that libyaml was reading, in bytes.
  let contextOffset: Int

  func diagnostic(file: String, lineOffset: Int) -> Diagnostic {
    let (place, message, help) = explanation
    var lines = LineCursor(bytes)
    lines.move(to: min(place, bytes.count))
    let location = SourceLocation(
      file: file, line: lines.line + lineOffset, column: min(place, bytes.count) - lines.start + 1)
    return Diagnostic("data/yaml-syntax", at: location, message, help: help)
  }

  private var explanation: (place: Int, message: String, help: String?) {
    if let tab = tabInIndentation {
      return (tab, "a tab cannot indent a line", "indent with spaces, two for each level")
    }
    switch problem {
    case "mapping values are not allowed in this context":
      if lineBeforeProblem.contains(": ") || lineBeforeProblem.contains("- ") && lineBeforeProblem.contains(":") {
        return (offset, "a value that contains ': ' needs quotes around it", quotedLine)
      }
      if !lineBeforeProblem.hasPrefix(" ") {
        return (offset, "the line above needs a key and a colon before its value", "write `key: value`")
      }
      return (
        offset, "this line is indented further than the value above allows",
        "let keys of one group start in the same column, or put quotes around a value that contains ': '"
      )
    case "could not find expected ':'":
      return (
        contextOffset, "a line needs a key and a colon before its value",
        "write `key: value`; a text of several lines is indented below its key"
      )
    case "did not find expected key", "did not find expected '-' indicator", "did not find expected <document start>":
      return misplaced
    case "block sequence entries are not allowed in this context":
      return (offset, "a list begins on the line below its key", "or write it in one line: [first, second]")
    case "mapping keys are not allowed in this context":
      return (offset, "a value that begins with `?` needs quotes around it", nil)
    case "found character that cannot start any token": return badStart
    case "found unknown escape character":
      return (offset, "no escape begins with this character", "write `\\\\` for a backslash, or use single quotes")
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      return (offset, "`\\x`, `\\u` and `\\U` take the code of a character", "write `\\\\` for a backslash")
    case "found unexpected end of stream", "found unexpected document indicator":
      return (contextOffset, "the quote that opens here is never closed", nil)
    case "did not find expected ',' or ']'":
      return (contextOffset, "the list that opens here needs `,` between its items and a closing `]`", nil)
    case "did not find expected ',' or '}'":
      return (contextOffset, "the group that opens here needs `,` between its keys and a closing `}`", nil)
    case "control characters are not allowed":
      return (offset, "this is a control character, which text cannot contain", "remove it")
    default: break
    }
    switch context {
    case "while scanning an anchor", "while scanning an alias":
      return (contextOffset, "a value that begins with \(sign(at: contextOffset)) needs quotes around it", nil)
    case "while scanning a tag", "while parsing a node", "while parsing a tag":
      return (contextOffset, "a value that begins with `!` needs quotes around it", nil)
    case "while scanning a block scalar":
      return (contextOffset, "a value that begins with \(sign(at: contextOffset)) needs quotes around it", nil)
    case "while scanning a directive":
      return (contextOffset, "a line that begins with `%` needs quotes around it", nil)
    case "while parsing a flow node":
      if offset >= bytes.count { return (lastOpenBracket, "the bracket that opens here is never closed", nil) }
      return (offset, "a value is missing here", "put quotes around a text that contains brackets or braces")
    default:
      return (offset, "this is not YAML: \(problem.isEmpty ? "it cannot be read" : problem)", nil)
    }
  }

  /// The problem's line with its value in quotes, if that is all it needs.
  private var quotedLine: String {
    let end = bytes[offset...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
    let line = lineBeforeProblem + String(decoding: bytes[offset..<end], as: UTF8.self)
    let colon = line.utf8.indices.first { line.utf8[$0] == UInt8(ascii: ":") && line[$0...].hasPrefix(": ") }
    guard let colon, line.utf8.count <= 100, !line.contains(where: { $0 == "\"" || $0 == "\\" || $0 == "#" }) else {
      return "put quotes around the value"
    }
    let key = line[..<colon].drop { $0 == " " }
    return "write `\(key): \"\(line[colon...].dropFirst(2).drop { $0 == " " })\"`"
  }

  /// The last bracket that nothing closes. libyaml only says where the text ended without it.
  private var lastOpenBracket: Int {
    var closed = 0
    for (offset, byte) in bytes.enumerated().reversed() {
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { closed += 1 }
      guard byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") else { continue }
      if closed == 0 { return offset }
      closed -= 1
    }
    return contextOffset
  }

  /// Something stands where a key or a list item should begin.
  private var misplaced: (place: Int, message: String, help: String?) {
    let before = lineBeforeProblem
    if let last = before.last(where: { $0 != " " }), last == "\"" || last == "'" {
      return (
        offset, "nothing may follow the quote that closes a value",
        "put the whole value in quotes; double a ' within '…', write \\\" within \"…\""
      )
    }
    if before.contains(where: { $0 != " " }) {
      return (offset, "this cannot follow on the same line", "put quotes around the value")
    }
    return (
      offset, "this line is indented differently from the lines it belongs to",
      "let keys of one group, and items of one list, start in the same column"
    )
  }

  private var badStart: (place: Int, message: String, help: String?) {
    guard offset < bytes.count else { return (offset, "a value is missing here", nil) }
    let character = bytes[offset]
    if character == UInt8(ascii: "\t") { return (offset, "a tab cannot begin a value", "use spaces") }
    return (offset, "a value that begins with \(sign(at: offset)) needs quotes around it", nil)
  }

  /// An ASCII character, as a message names it.
  private func sign(at offset: Int) -> String {
    guard offset < bytes.count, (0x21..<0x7F).contains(bytes[offset]) else { return "this character" }
    return bytes[offset] == UInt8(ascii: "`") ? "a backtick" : "`\(Character(Unicode.Scalar(bytes[offset])))`"
  }

  /// The text on the problem's line before the problem.
  private var lineBeforeProblem: String {
    String(decoding: bytes[lineStart(of: offset)..<min(offset, bytes.count)], as: UTF8.self)
  }

  /// The first tab before the text of the problem's line, or of the line where libyaml began.
  private var tabInIndentation: Int? {
    for place in [offset, contextOffset] {
      let blank = bytes[lineStart(of: place)...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      if let tab = blank.firstIndex(of: UInt8(ascii: "\t")) { return tab }
    }
    return nil
  }

  private func lineStart(of offset: Int) -> Int {
    let before = bytes[..<min(offset, bytes.count)]
    return before.lastIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map { $0 + 1 } ?? 0
  }
}
