import Diagnostics

/// One tag of a template's source, with what pairing and layout found out about it.
struct Tag {
  enum Kind {
    case comment, delimiters, escaped, raw, section, inverted, block, parent, partial, close

    /// Needs an end tag.
    var opens: Bool { self == .section || self == .inverted || self == .block || self == .parent }
    /// Variables never stand alone on their line.
    var prints: Bool { self == .escaped || self == .raw }
  }

  var kind: Kind
  /// Byte offsets of the whole tag, delimiters included.
  var start: Int
  var end: Int
  /// For a dynamic name without its asterisk.
  var name: String
  var isDynamic = false

  // Lines, from the tag reader.
  /// Start of the blanks that run up to the tag.
  var blanksStart: Int
  /// Only blanks stand between the start of the line and the tag.
  var isClearLeft: Bool
  /// Only blanks stand between the tag and the end of its line.
  var isClearRight: Bool
  /// First byte of the next line if `isClearRight`.
  var nextLine: Int

  // From pairing.
  /// Index of the end tag or of the opening tag; nil where there is none.
  var partner: Int?
  /// The innermost tag open around this one. An end tag has that of its opening tag.
  var enclosing: Int?
  /// Makes no output: wrong and reported, or inside a parent tag but outside its blocks.
  var isIgnored = false
  /// A block directly inside a parent tag: it fills a block of the parent rather than offering one.
  var isArgument = false

  // From layout.
  /// Bytes that vanish together with the tag: its line if it stands alone, otherwise only the tag.
  var removed: Range<Int> { removedStart..<removedEnd }
  var removedStart: Int
  var removedEnd: Int
  /// Prefix for what is expanded here; nil if expanded in mid-line.
  var indentation: Range<Int>?

  var isStandalone: Bool { isClearLeft && isClearRight && !kind.prints }

  /// The name as an author writes it.
  var writtenName: String { isDynamic ? "*\(name)" : name }

  init(_ kind: Kind, name: String, start: Int, end: Int, in source: TemplateSource) {
    self.kind = kind
    self.name = name
    self.start = start
    self.end = end
    blanksStart = source.blanks(before: start)
    isClearLeft = source.isLineStart(blanksStart)
    let next = source.nextLine(afterBlanksFrom: end)
    isClearRight = next != nil
    nextLine = next ?? end
    removedStart = start
    removedEnd = end
  }
}

/// A template's bytes and the means to talk about places in them.
struct TemplateSource {
  let path: String
  let bytes: [UInt8]
  /// Offset of each line's first byte.
  private let lines: [Int]

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var lines = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { lines.append(offset + 1) }
    self.lines = lines
  }

  func location(_ range: Range<Int>) -> SourceLocation {
    let line = lineIndex(of: range.lowerBound)
    let lineEnd = line + 1 < lines.count ? lines[line + 1] - 1 : bytes.count
    return SourceLocation(
      file: path, line: line + 1, column: range.lowerBound - lines[line] + 1,
      length: max(0, min(range.upperBound, lineEnd) - range.lowerBound))
  }

  func isLineStart(_ offset: Int) -> Bool { offset == 0 || bytes[offset - 1] == UInt8(ascii: "\n") }

  /// Offsets of the lines that start in `range`.
  func lineStarts(in range: Range<Int>) -> ArraySlice<Int> {
    if range.isEmpty { return [] }
    let line = lineIndex(of: range.lowerBound)
    let first = lines[line] == range.lowerBound ? line : line + 1
    var last = first
    while last < lines.count, lines[last] < range.upperBound { last += 1 }
    return lines[first..<last]
  }

  /// The first offset from `start` that is neither space nor tab.
  func blanks(from start: Int) -> Int {
    var end = start
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    return end
  }

  func blanks(before end: Int) -> Int {
    var start = end
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    return start
  }

  /// The next line's start if nothing but blanks stands between `offset` and the end of the line.
  func nextLine(afterBlanksFrom offset: Int) -> Int? {
    let end = blanks(from: offset)
    if end == bytes.count { return end }
    if bytes[end] == UInt8(ascii: "\n") { return end + 1 }
    if bytes[end] == UInt8(ascii: "\r"), end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "\n") { return end + 2 }
    return nil
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
