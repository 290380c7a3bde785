import Diagnostics

/// Reads JSON to the letter of RFC 8259, into the same tree as YAML: strings are quoted scalars; numbers, `true` and
/// `false` are scalars as they are written, so a number never loses digits.
package enum JSON {
  /// Arrays and objects within each other; deeper ones are refused (RFC 8259, section 9, allows limits).
  package static let nestingLimit = 64

  /// The tree, or nil if the text is not JSON. There may be diagnostics with a tree too (`data/duplicate-key`).
  /// A byte order mark is skipped and not counted as a column.
  package static func read(
    _ bytes: some Collection<UInt8>, file: String
  ) -> (node: DataNode?, problems: [Diagnostic]) {
    bytes.withContiguousStorageIfAvailable { read($0, file: file) }
      ?? Array(bytes).withUnsafeBufferPointer { read($0, file: file) }
  }

  private static func read(
    _ all: UnsafeBufferPointer<UInt8>, file: String
  ) -> (node: DataNode?, problems: [Diagnostic]) {
    let bytes = all.withoutByteOrderMark
    if let problem = bytes.encodingProblem(file: file) { return (nil, [problem]) }
    var reader = JSONReader(bytes: bytes, file: file)
    do throws(JSONReader.Stop) {
      return (try reader.text(), reader.problems)
    } catch {
      return (nil, reader.problems + [error.problem])
    }
  }
}

struct JSONReader {
  /// The one problem after which the text cannot be read further.
  struct Stop: Error {
    let problem: Diagnostic
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let file: String
  var offset = 0
  var line = 1
  /// Offset of the current line's first byte.
  var lineStart = 0
  var problems: [Diagnostic] = []

  /// Section 2: one value, white space around it.
  mutating func text() throws(Stop) -> DataNode {
    skipSpace()
    let node = try value(depth: 1)
    skipSpace()
    if offset < bytes.count { throw stop("nothing may follow the first value", help: "wrap several values in [ ]") }
    return node
  }

  /// Section 3. The cursor is on the value's first byte.
  private mutating func value(depth: Int) throws(Stop) -> DataNode {
    let location = here()
    switch peek() ?? 0 {
    case UInt8(ascii: "\""):
      let text = try string()
      return DataNode(.scalar(text, quoted: true), at: ending(location))
    case UInt8(ascii: "{"):
      try checkDepth(depth)
      return DataNode(.mapping(try object(depth: depth)), at: ending(location))
    case UInt8(ascii: "["):
      try checkDepth(depth)
      return DataNode(.sequence(try array(depth: depth)), at: ending(location))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return DataNode(.scalar(try number(), quoted: false), at: ending(location))
    default:
      let word = word()
      switch word {
      case "true", "false": return DataNode(.scalar(word, quoted: false), at: ending(location))
      case "null": return DataNode(.null, at: ending(location))
      default:
        offset -= word.utf8.count
        throw missingValue(word)
      }
    }
  }

  /// Section 4.
  private mutating func object(depth: Int) throws(Stop) -> [DataNode.Entry] {
    var entries = UniqueEntries()
    offset += 1
    skipSpace()
    if skip(UInt8(ascii: "}")) { return entries.all }
    while true {
      guard peek() == UInt8(ascii: "\"") else {
        throw peek() == UInt8(ascii: "}")
          ? stop("a key must follow this comma", help: "remove the comma before `}`")
          : stop("a key in double quotes must stand here")
      }
      var keyLocation = here()
      let key = try string()
      keyLocation = ending(keyLocation)
      skipSpace()
      if !skip(UInt8(ascii: ":")) { throw stop("a colon must follow the key `\(key)`") }
      skipSpace()
      let value = try value(depth: depth + 1)
      if let problem = entries.add(DataNode.Entry(key: key, keyLocation: keyLocation, value: value)) {
        problems.append(problem)
      }
      skipSpace()
      if skip(UInt8(ascii: "}")) { return entries.all }
      if !skip(UInt8(ascii: ",")) { throw stop("`,` or `}` must stand here", help: "keys are separated by commas") }
      skipSpace()
    }
  }

  /// Section 5.
  private mutating func array(depth: Int) throws(Stop) -> [DataNode] {
    var items: [DataNode] = []
    offset += 1
    skipSpace()
    if skip(UInt8(ascii: "]")) { return items }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if skip(UInt8(ascii: "]")) { return items }
      if !skip(UInt8(ascii: ",")) { throw stop("`,` or `]` must stand here", help: "items are separated by commas") }
      skipSpace()
    }
  }

  /// Section 6: `[-] int [frac] [exp]`.
  private mutating func number() throws(Stop) -> String {
    let start = offset
    _ = skip(UInt8(ascii: "-"))
    if skip(UInt8(ascii: "0")) {
      if digits() > 0 {
        offset = start
        throw stop("a number cannot begin with 0", help: "put quotes around it if it is a code")
      }
    } else if digits() == 0 {
      throw stop("a digit must follow `-`")
    }
    if skip(UInt8(ascii: ".")), digits() == 0 { throw stop("a digit must follow the decimal point") }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      if digits() == 0 { throw stop("a digit must follow the exponent's `e`") }
    }
    return slice(from: start)
  }

  private mutating func digits() -> Int {
    let start = offset
    while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    return offset - start
  }
}

// The cursor.
extension JSONReader {
  func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  /// Line breaks stand between values only, so lines are counted here and nowhere else.
  mutating func skipSpace() {
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        lineStart = offset + 1
      case UInt8(ascii: "\r"):
        // A line break of its own only if no LF follows.
        if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\n") { break }
        line += 1
        lineStart = offset + 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: return
      }
      offset += 1
    }
  }

  mutating func word() -> String {
    let start = offset
    while let byte = peek(), byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") { offset += 1 }
    return slice(from: start)
  }

  func slice(from start: Int) -> String { String(decoding: bytes[start..<offset], as: UTF8.self) }

  func here() -> SourceLocation { SourceLocation(file: file, line: line, column: offset - lineStart + 1) }

  /// A location that began here, with its length if it ends on the same line.
  func ending(_ start: SourceLocation) -> SourceLocation {
    var location = start
    if start.line == line { location.length = offset - lineStart + 1 - start.column }
    return location
  }
}

// The ways to stop.
extension JSONReader {
  func stop(_ message: String, help: String? = nil, length: Int = 0) -> Stop {
    var location = here()
    location.length = length
    if offset >= bytes.count {
      return Stop(
        problem: Diagnostic("data/json-syntax", at: location, "the file ends too early: \(message)", help: help))
    }
    return Stop(problem: Diagnostic("data/json-syntax", at: location, message, help: help))
  }

  func checkDepth(_ depth: Int) throws(Stop) {
    if depth > JSON.nestingLimit { throw stop("values are nested more than \(JSON.nestingLimit) levels deep") }
  }

  func controlCharacter(_ byte: UInt8, open: SourceLocation) -> Stop {
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
      return Stop(
        problem: Diagnostic(
          "data/json-syntax", at: open, "the quote that opens here is not closed on its line",
          help: "write `\\n` for a line break inside a text"))
    }
    let help = byte == UInt8(ascii: "\t") ? "write `\\t` for a tab" : "remove it"
    return stop("this is a control character, which text cannot contain", help: help)
  }

  func missingValue(_ word: String) -> Stop {
    switch peek() {
    case UInt8(ascii: "]"), UInt8(ascii: "}"): stop("a value must stand here", help: "remove the comma before it")
    case UInt8(ascii: "'"): stop("a text stands in double quotes")
    case UInt8(ascii: "/"), UInt8(ascii: "#"): stop("JSON has no comments")
    case UInt8(ascii: "+"), UInt8(ascii: "."): stop("a number begins with a digit or `-`")
    default:
      word.isEmpty
        ? stop("a value must stand here")
        : stop("`\(word.prefix(40))` is no value", help: "put double quotes around a text", length: word.utf8.count)
    }
  }
}
