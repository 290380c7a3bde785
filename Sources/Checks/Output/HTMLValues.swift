import Diagnostics

/// The values of the attribute `id`, found by their bytes.
struct HTMLIDs: Sendable {
  /// Attributes that give an id which another gave before, with that one.
  private(set) var doubles: [(attribute: Int, first: Int)] = []
  private var slots: [Int32] = []
  private var mask = 0

  init() {}

  init(_ attributes: [HTMLScan.Attribute], _ bytes: [UInt8]) {
    let count = attributes.count { $0.name == .id }
    if count == 0 { return }
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
    bytes.withUnsafeBufferPointer { buffer in
      for (i, attribute) in attributes.enumerated() where attribute.name == .id {
        let value = buffer[Int(attribute.valueStart)..<Int(attribute.valueEnd)]
        if value.isEmpty { continue }
        let slot = slot(of: value, attributes, buffer)
        if slots[slot] >= 0 {
          doubles.append((i, Int(slots[slot])))
        } else {
          slots[slot] = Int32(i)
        }
      }
    }
  }

  private func slot(
    of value: Slice<UnsafeBufferPointer<UInt8>>, _ attributes: [HTMLScan.Attribute], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in value { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var slot = Int(truncatingIfNeeded: hash &* 0x9e37_79b9_7f4a_7c15 >> 32) & mask
    while slots[slot] >= 0 {
      let other = attributes[Int(slots[slot])]
      if Int(other.valueEnd - other.valueStart) == value.count,
        bytes[Int(other.valueStart)..<Int(other.valueEnd)].elementsEqual(value)
      {
        break
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// The attribute that gives an id.
  func attribute(_ value: ArraySlice<UInt8>, _ scan: HTMLScan) -> Int? {
    if slots.isEmpty { return nil }
    return value.withUnsafeBufferPointer { value in
      scan.bytes.withUnsafeBufferPointer { bytes in
        let found = slots[slot(of: value[...], scan.attributes, bytes)]
        return found < 0 ? nil : Int(found)
      }
    }
  }
}

extension HTMLScan {
  /// Calls `body` with the index of each start tag that a rule may have something to say about (`special`).
  @inline(__always)
  func eachSpecial(_ body: (Int, Tag) -> Void) {
    for i in special { body(Int(i), tags[Int(i)]) }
  }

  func attribute(_ name: HTMLAttributeName, of tag: Tag) -> Attribute? {
    for i in tag.firstAttribute..<tag.attributeEnd where attributes[Int(i)].name == name { return attributes[Int(i)] }
    return nil
  }

  func has(_ name: HTMLAttributeName, _ tag: Tag) -> Bool { attribute(name, of: tag) != nil }

  /// The bytes of a value, as written.
  func raw(_ attribute: Attribute) -> ArraySlice<UInt8> { bytes[Int(attribute.valueStart)..<Int(attribute.valueEnd)] }

  /// The bytes of a value with its character references read.
  func value(_ attribute: Attribute) -> ArraySlice<UInt8> {
    let raw = raw(attribute)
    return raw.contains(UInt8(ascii: "&")) ? CharacterReferences.read(raw)[...] : raw
  }

  func text(_ attribute: Attribute) -> String { String(decoding: value(attribute), as: UTF8.self) }

  func isBlank(_ attribute: Attribute) -> Bool { HTMLText.isBlank(raw(attribute)) }

  /// Whether a value is one word, in any case.
  func isWord(_ attribute: Attribute?, _ word: StaticString) -> Bool {
    guard let attribute else { return false }
    return HTMLText.equal(raw(attribute).trimmed, word)
  }

  /// Whether one of the words of a value is looked for.
  func hasWord(_ attribute: Attribute, where isWanted: (ArraySlice<UInt8>) -> Bool) -> Bool {
    let value = raw(attribute)
    if !value.contains(where: HTMLText.isSpace) { return isWanted(value) }
    return words(attribute).contains { isWanted(bytes[$0]) }
  }

  /// The words of a value, with their places.
  func words(_ attribute: Attribute) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for i in Int(attribute.valueStart)..<Int(attribute.valueEnd) {
      if HTMLText.isSpace(bytes[i]) {
        if let begin = start { words.append(begin..<i) }
        start = nil
      } else if start == nil {
        start = i
      }
    }
    if let begin = start { words.append(begin..<Int(attribute.valueEnd)) }
    return words
  }

  /// The name of a tag's element as it is written.
  func name(_ tag: Tag) -> String {
    let start = Int(tag.start) + (tag.kind == .end ? 2 : 1)
    return String(decoding: bytes[start..<max(start, Int(tag.nameEnd))], as: UTF8.self).lowercased()
  }

  func name(_ attribute: Attribute) -> String {
    String(decoding: bytes[Int(attribute.start)..<Int(attribute.nameEnd)], as: UTF8.self).lowercased()
  }

  /// The first start tag of an element.
  func first(_ element: HTMLElement) -> Tag? { tags.first { $0.element == element && $0.kind == .start } }

  /// Whether this is a whole page, and not a part that something else is put around: it says so by a doctype, or by
  /// `<html>`.
  var isPage: Bool {
    tags.prefix(8).contains { tag in
      if tag.kind == .start { return tag.element == .html }
      let start = Int(tag.start)
      return tag.kind == .comment && HTMLText.equal(bytes[start..<min(start + 9, bytes.count)], "<!doctype")
    }
  }
}

enum HTMLText {
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13 && byte != 11) }

  static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.allSatisfy(isSpace) { return true }
    guard bytes.first(where: { !isSpace($0) }).map({ $0 == UInt8(ascii: "&") || $0 == 0xC2 }) ?? false else {
      return false
    }
    return CharacterReferences.read(bytes).split(separator: 0xC2).allSatisfy { part in
      part.allSatisfy { isSpace($0) || $0 == 0xA0 }
    }
  }

  static func equal(_ bytes: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    bytes.count == word.utf8CodeUnitCount
      && word.withUTF8Buffer { word in zip(bytes, word).allSatisfy { $0 | 0x20 == $1 | 0x20 } }
  }
}

extension ArraySlice<UInt8> {
  var trimmed: ArraySlice<UInt8> {
    var slice = self
    while let byte = slice.first, HTMLText.isSpace(byte) { slice.removeFirst() }
    while let byte = slice.last, HTMLText.isSpace(byte) { slice.removeLast() }
    return slice
  }

  func hasPrefix(_ text: String) -> Bool { starts(with: text.utf8) }
}

/// Character references in attribute values: all numbers, and the names that can hide an address or a word.
enum CharacterReferences {
  private static let names: [(name: String, text: String)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u{A0}"), ("colon", ":"),
    ("sol", "/"), ("bsol", "\\"), ("period", "."), ("num", "#"), ("Tab", "\t"), ("NewLine", "\n"), ("lpar", "("),
    ("rpar", ")"), ("quest", "?"), ("equals", "="), ("semi", ";"), ("ast", "*"), ("comma", ","),
  ]

  static func read(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var read: [UInt8] = []
    read.reserveCapacity(bytes.count)
    var i = bytes.startIndex
    while i < bytes.endIndex {
      if bytes[i] == UInt8(ascii: "&"), let (text, end) = reference(bytes[(i + 1)...]) {
        read += text.utf8
        i = end
      } else {
        read.append(bytes[i])
        i += 1
      }
    }
    return read
  }

  /// What stands behind `&`, and where it ends.
  private static func reference(_ bytes: ArraySlice<UInt8>) -> (String, Int)? {
    if bytes.first == UInt8(ascii: "#") {
      let isHex = bytes.dropFirst().first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
      let digits = bytes.dropFirst(isHex ? 2 : 1).prefix { byte in
        byte &- 48 < 10 || (isHex && byte | 0x20 &- 97 < 6)
      }
      guard let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10),
        let scalar = Unicode.Scalar(number)
      else { return nil }
      let end = digits.endIndex
      return (String(scalar), end < bytes.endIndex && bytes[end] == UInt8(ascii: ";") ? end + 1 : end)
    }
    for (name, text) in names where bytes.starts(with: name.utf8) {
      let end = bytes.startIndex + name.utf8.count
      if end < bytes.endIndex, bytes[end] == UInt8(ascii: ";") { return (text, end + 1) }
    }
    return nil
  }
}

extension BuiltFile {
  /// The place of a range of bytes. Only for findings: it counts the lines before.
  func location(_ range: Range<Int>) -> SourceLocation {
    let start = min(range.lowerBound, bytes.count)
    var (line, lineStart) = (1, 0)
    for i in 0..<start where bytes[i] == 10 {
      line += 1
      lineStart = i + 1
    }
    let end = bytes[start..<min(range.upperBound, bytes.count)].firstIndex(of: 10) ?? min(range.upperBound, bytes.count)
    return SourceLocation(file: path, line: line, column: start - lineStart + 1, length: end - start)
  }

  func location(_ tag: HTMLScan.Tag) -> SourceLocation { location(Int(tag.start)..<Int(tag.end)) }

  /// The place of a tag's name with the `<` before it.
  func location(ofName tag: HTMLScan.Tag) -> SourceLocation { location(Int(tag.start)..<Int(tag.nameEnd)) }

  /// The place of a value, or of the attribute if it has none.
  func location(_ attribute: HTMLScan.Attribute) -> SourceLocation {
    attribute.valueEnd > attribute.valueStart
      ? location(Int(attribute.valueStart)..<Int(attribute.valueEnd))
      : location(Int(attribute.start)..<Int(attribute.end))
  }
}
