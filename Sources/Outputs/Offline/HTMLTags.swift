/// Reads the tags of a page that this program has made, one after the other (HTML, 13.2.5): enough to change values of
/// attributes and to leave elements out. What is between tags is not looked at.
struct HTMLTags {
  struct Attribute {
    let name: Range<Int>
    /// Without quotes; empty if there is none.
    let value: Range<Int>
    /// With its value and quotes.
    let range: Range<Int>
  }

  struct Tag {
    let isEnd: Bool
    let name: Range<Int>
    /// From `<` to behind `>`.
    let range: Range<Int>
    let attributes: [Attribute]
  }

  private let bytes: ArraySlice<UInt8>
  private var i: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    i = bytes.startIndex
  }

  mutating func next() -> Tag? {
    while let open = bytes[i...].firstIndex(of: UInt8(ascii: "<")), open + 1 < bytes.endIndex {
      i = open + 1
      if bytes[i...].starts(with: "!--".utf8) {
        i = bytes[i...].firstRange(of: "-->".utf8)?.upperBound ?? bytes.endIndex
        continue
      }
      let isEnd = bytes[i] == UInt8(ascii: "/")
      let start = isEnd ? i + 1 : i
      guard start < bytes.endIndex, bytes[start] | 32 >= 97, bytes[start] | 32 <= 122 else { continue }
      return tag(from: open, nameStart: start, isEnd: isEnd)
    }
    return nil
  }

  func holds(_ range: Range<Int>, _ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[range].elementsEqual($0) }
  }

  private mutating func tag(from open: Int, nameStart: Int, isEnd: Bool) -> Tag {
    i = nameStart
    skip { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    let name = nameStart..<i
    var attributes: [Attribute] = []
    while i < bytes.endIndex, bytes[i] != UInt8(ascii: ">") {
      let before = i
      skip { Self.isSpace($0) || $0 == UInt8(ascii: "/") }
      let start = i
      skip { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "=") }
      if start < i {
        let name = start..<i
        let value = value()
        attributes.append(Attribute(name: name, value: value, range: start..<i))
      }
      if i == before { i += 1 }
    }
    i = min(i + 1, bytes.endIndex)
    let tag = Tag(isEnd: isEnd, name: name, range: open..<i, attributes: attributes)
    if !isEnd, Self.rawText.contains(where: { holds(name, $0) }) { skipText(of: name) }
    return tag
  }

  /// Steps over `="value"` if it is there.
  private mutating func value() -> Range<Int> {
    let end = i
    skip(Self.isSpace)
    guard i < bytes.endIndex, bytes[i] == UInt8(ascii: "=") else {
      i = end
      return end..<end
    }
    i += 1
    skip(Self.isSpace)
    guard i < bytes.endIndex, bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") else {
      let start = i
      skip { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
      return start..<i
    }
    let quote = bytes[i]
    let start = i + 1
    i = start
    skip { $0 != quote }
    let found = start..<i
    i = min(i + 1, bytes.endIndex)
    return found
  }

  /// Elements whose content is text whatever it looks like (HTML, 13.2.5.2 to 13.2.5.5).
  private static let rawText: [StaticString] = ["script", "style", "title", "textarea"]

  private mutating func skipText(of name: Range<Int>) {
    let end = Array("</".utf8) + bytes[name]
    i = bytes[i...].firstRange(of: end)?.lowerBound ?? bytes.endIndex
  }

  /// Steps over bytes as long as they are wanted.
  private mutating func skip(_ isWanted: (UInt8) -> Bool) {
    i = bytes[i...].firstIndex { !isWanted($0) } ?? bytes.endIndex
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13 && byte != 11) }
}
