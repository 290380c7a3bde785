/// The tags of a page one after the other, and text between them that is more than space. Comments and declarations are
/// stepped over.
struct TagScan {
  struct Tag {
    var range: Range<Int>
    /// In lower case; empty for text.
    var name = ""
    var isEnd = false
    var attributes: [(name: String, value: String)] = []

    var isText: Bool { name.isEmpty }

    /// The first of that name counts.
    func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private let page: [UInt8]
  private var place = 0

  init(_ page: [UInt8]) {
    self.page = page
    if page.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  mutating func next() -> Tag? {
    while place < page.count {
      if Self.isSpace(page[place]) {
        place += 1
      } else if page[place] != UInt8(ascii: "<") {
        defer { place = find("<", from: place) ?? page.count }
        return Tag(range: place..<place + 1)
      } else if starts(with: "<!--") {
        // `<!-->` is a whole comment as well.
        place = find("-->", from: place + 2).map { $0 + 3 } ?? page.count
      } else if starts(with: "<!") || starts(with: "<?") {
        place = find(">", from: place).map { $0 + 1 } ?? page.count
      } else {
        return tag()
      }
    }
    return nil
  }

  /// Steps behind the end tag of an element whose start was just given.
  mutating func skipText(of name: String) {
    while let start = find("</", from: place) {
      place = start + 2
      let end = page[place...].prefix(name.utf8.count)
      if String(decoding: end, as: UTF8.self).lowercased() == name {
        place = find(">", from: end.endIndex).map { $0 + 1 } ?? page.count
        return
      }
    }
    place = page.count
  }

  private mutating func tag() -> Tag {
    let start = place
    place += 1
    let isEnd = place < page.count && page[place] == UInt8(ascii: "/")
    if isEnd { place += 1 }
    let name = word { !Self.isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    var tag = Tag(range: start..<start + 1, name: name, isEnd: isEnd)
    guard let first = name.utf8.first, first >= 97, first <= 122 else {
      tag.name = ""
      return tag
    }
    while place < page.count, page[place] != UInt8(ascii: ">") {
      if Self.isSpace(page[place]) || page[place] == UInt8(ascii: "/") {
        place += 1
      } else {
        tag.attributes.append(attribute())
      }
    }
    place = min(place + 1, page.count)
    tag.range = start..<place
    return tag
  }

  private mutating func attribute() -> (name: String, value: String) {
    let start = place
    // An equals sign that comes first belongs to the name, so that there always is one.
    if page[place] == UInt8(ascii: "=") { place += 1 }
    _ = word { !Self.isSpace($0) && !"/>=".utf8.contains($0) }
    let name = String(decoding: page[start..<place], as: UTF8.self).lowercased()
    skipSpace()
    guard place < page.count, page[place] == UInt8(ascii: "=") else { return (name, "") }
    place += 1
    skipSpace()
    guard place < page.count else { return (name, "") }
    let quote = page[place]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let from = place
      _ = word { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
      return (name, CharacterReferences.decoded(page[from..<place]))
    }
    let end = page[(place + 1)...].firstIndex(of: quote) ?? page.count
    defer { place = min(end + 1, page.count) }
    return (name, CharacterReferences.decoded(page[(place + 1)..<end]))
  }

  /// In lower case.
  private mutating func word(_ holds: (UInt8) -> Bool) -> String {
    let start = place
    while place < page.count, holds(page[place]) { place += 1 }
    return String(decoding: page[start..<place], as: UTF8.self).lowercased()
  }

  private mutating func skipSpace() {
    while place < page.count, Self.isSpace(page[place]) { place += 1 }
  }

  private func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { page[place...].starts(with: $0) }
  }

  private func find(_ text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard start <= page.count - wanted.count else { return nil }
    return (start...(page.count - wanted.count)).first { page[$0...].starts(with: wanted) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0C || byte == 0x0D
  }
}

/// Character references, as far as policies need them: numbers, and the five names that every escaper knows.
enum CharacterReferences {
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var out = ""
    var rest = String(decoding: bytes, as: UTF8.self)[...]
    while let start = rest.firstIndex(of: "&") {
      out += rest[..<start]
      rest = rest[start...]
      if let end = rest.prefix(12).firstIndex(of: ";"), let character = character(rest[..<end].dropFirst()) {
        out.append(character)
        rest = rest[rest.index(after: end)...]
      } else {
        out.append("&")
        rest = rest.dropFirst()
      }
    }
    return out + rest
  }

  private static func character(_ name: Substring) -> Character? {
    if let character = names[String(name)] { return character }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let number = digits.first?.lowercased() == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { Character($0) }
  }

  private static let names: [String: Character] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
}
