import Diagnostics

/// Reads the first line of a directive: its name, and attributes as in `{country=GB title="Call now if:"}`.
struct AttributeScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private let file: String
  private let line: Int
  private(set) var at: Int
  private(set) var problem: Diagnostic?

  /// - Parameters:
  ///   - text: the source line.
  ///   - line: its number in the file.
  ///   - at: offset in the line to start from.
  init(_ text: UnsafeBufferPointer<UInt8>, file: String, line: Int, at: Int) {
    self.text = text
    self.file = file
    self.line = line
    self.at = at
  }

  var isAtEnd: Bool { at >= text.count }

  func location(from start: Int, length: Int? = nil) -> SourceLocation {
    SourceLocation(file: file, line: line, column: start + 1, length: length ?? at - start)
  }

  /// Steps over a run of `byte` and returns its length.
  mutating func skip(_ byte: UInt8) -> Int {
    let start = at
    while at < text.count, text[at] == byte { at += 1 }
    return at - start
  }

  mutating func skipSpace() { while at < text.count, isSpace(text[at]) { at += 1 } }

  /// Letters, digits, `-` and `_`.
  mutating func word() -> String {
    let start = at
    while at < text.count, AttributeScanner.isWord(text[at]) { at += 1 }
    return String(decoding: text[start..<at], as: UTF8.self)
  }

  /// `{…}` up to the end of the line; empty if the line ends here.
  mutating func attributes() -> [Directive.Attribute] {
    guard !isAtEnd else { return [] }
    guard text[at] == UInt8(ascii: "{") else {
      fail("attributes stand in braces after the name, as in ':::callout{title=\"Words\"}'")
      return []
    }
    at += 1
    var found: [Directive.Attribute] = []
    while problem == nil {
      skipSpace()
      if isAtEnd {
        fail("the attributes are not closed, '}' is missing")
      } else if text[at] == UInt8(ascii: "}") {
        at += 1
        skipSpace()
        if !isAtEnd { fail("nothing may follow the attributes on this line") }
        return found
      } else if let attribute = attribute() {
        if found.contains(where: { $0.name == attribute.name }) {
          fail("'\(attribute.name)' is given twice")
        }
        found.append(attribute)
      }
    }
    return found
  }

  private mutating func attribute() -> Directive.Attribute? {
    let start = at
    let name = word()
    guard !name.isEmpty else {
      fail("an attribute is written 'name=value' or 'name=\"some words\"'")
      return nil
    }
    // A name alone is a flag.
    guard at < text.count, text[at] == UInt8(ascii: "=") else {
      return Directive.Attribute(name: name, value: "true", location: location(from: start))
    }
    at += 1
    guard let value = at < text.count && text[at] == UInt8(ascii: "\"") ? quoted() : plain() else { return nil }
    return Directive.Attribute(name: name, value: value, location: location(from: start))
  }

  private mutating func plain() -> String? {
    let start = at
    while at < text.count, !isSpace(text[at]), text[at] != UInt8(ascii: "}"), text[at] != UInt8(ascii: "\"") { at += 1 }
    if start == at { fail("a value is missing after '='") }
    return start == at ? nil : String(decoding: text[start..<at], as: UTF8.self)
  }

  private mutating func quoted() -> String? {
    let start = at
    at += 1
    var value: [UInt8] = []
    while at < text.count {
      let byte = text[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        return String(decoding: value, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), at + 1 < text.count, text[at + 1] == UInt8(ascii: "\"") || text[at + 1] == byte {
        at += 1
      }
      value.append(text[at])
      at += 1
    }
    at = start
    fail("the closing quotation mark is missing")
    return nil
  }

  private mutating func fail(_ message: String) {
    problem =
      problem ?? Diagnostic("content/directive-syntax", at: location(from: min(at, text.count), length: 1), message)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 32 >= 97 && byte | 32 <= 122) || (byte >= 48 && byte <= 57) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte >= 128
  }
}
