import Diagnostics

/// Reads the front matter that nearly every page has: keys with plain words, quoted text or a list in brackets, each on
/// one line. It costs a quarter of libyaml's events, which are a tenth of a build of ten thousand pages.
///
/// Anything else, and anything that is wrong, is left to `YAML`: this reads only what both read the same way, which a test
/// compares on generated front matter.
enum PlainFrontMatter {
  /// - Parameters:
  ///   - bytes: between the two `---` lines.
  ///   - lineOffset: lines of the file before them.
  /// - Returns: nil if there is anything that this does not read.
  static func read(_ bytes: ArraySlice<UInt8>, file: String, lineOffset: Int) -> DataNode? {
    var entries: [DataNode.Entry] = []
    entries.reserveCapacity(8)
    var at = bytes.startIndex
    var line = lineOffset
    while at < bytes.endIndex {
      line += 1
      guard let end = bytes[at...].firstIndex(of: 10) else { return nil }
      guard let entry = entry(bytes[at..<end], file, line), !entries.contains(where: { $0.key == entry.key }) else {
        return nil
      }
      entries.append(entry)
      at = end + 1
    }
    if entries.isEmpty { return nil }
    return DataNode(.mapping(entries), at: SourceLocation(file: file, line: lineOffset + 1, column: 1))
  }

  private static func entry(_ text: ArraySlice<UInt8>, _ file: String, _ line: Int) -> DataNode.Entry? {
    let keyEnd = text.firstIndex { !isLetter($0) } ?? text.endIndex
    guard keyEnd > text.startIndex, keyEnd + 2 < text.endIndex, text[keyEnd] == UInt8(ascii: ":"),
      text[keyEnd + 1] == 32
    else { return nil }
    let key = String(decoding: text[..<keyEnd], as: UTF8.self)
    let value = text[(keyEnd + 2)...]
    let start = SourceLocation(file: file, line: line, column: keyEnd - text.startIndex + 3, length: value.count)
    let keyLocation = SourceLocation(file: file, line: line, column: 1, length: keyEnd - text.startIndex)
    guard let read = scalar(value, start) ?? list(value, start) else { return nil }
    return DataNode.Entry(key: key, keyLocation: keyLocation, value: read)
  }

  /// Text in double quotes, or plain words.
  private static func scalar(_ value: ArraySlice<UInt8>, _ location: SourceLocation) -> DataNode? {
    guard let first = value.first, let last = value.last else { return nil }
    if first == UInt8(ascii: "\"") {
      let inside = value.dropFirst().dropLast()
      guard value.count > 1, last == first,
        inside.allSatisfy({ $0 >= 32 && $0 < 127 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") })
      else { return nil }
      return DataNode(.scalar(String(decoding: inside, as: UTF8.self), quoted: true), at: location)
    }
    guard isLetter(first) || isDigit(first), last != 32, value.allSatisfy({ isPlain($0) || $0 == UInt8(ascii: ",") }),
      !isNull(value)
    else { return nil }
    return DataNode(.scalar(String(decoding: value, as: UTF8.self), quoted: false), at: location)
  }

  /// Plain words in brackets: `[one, two words]`.
  private static func list(_ value: ArraySlice<UInt8>, _ location: SourceLocation) -> DataNode? {
    guard value.first == UInt8(ascii: "["), value.last == UInt8(ascii: "]"), value.count > 2 else { return nil }
    var items: [DataNode] = []
    var at = value.startIndex + 1
    let close = value.endIndex - 1
    while at < close {
      let end = value[at..<close].firstIndex(of: UInt8(ascii: ",")) ?? close
      var item = value[at..<end]
      while item.first == 32 { item = item.dropFirst() }
      while item.last == 32 { item = item.dropLast() }
      guard let first = item.first, isLetter(first) || isDigit(first), item.allSatisfy(isPlain), !isNull(item) else {
        return nil
      }
      var place = location
      place.column += item.startIndex - value.startIndex
      place.length = item.count
      items.append(DataNode(.scalar(String(decoding: item, as: UTF8.self), quoted: false), at: place))
      at = end + 1
      // A comma at the end is for YAML to judge.
      if end < close, at == close { return nil }
    }
    return DataNode(.sequence(items), at: location)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 32 >= 97 && byte | 32 <= 122 }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  /// What means nothing special to YAML wherever it stands in a line of words.
  private static func isPlain(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 32 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "/")
  }

  /// `null`, in any case: what YAML reads as nothing, or nearly.
  private static func isNull(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 4 && word.elementsEqual("null".utf8) { $0 | 32 == $1 }
  }
}
