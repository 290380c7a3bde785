import Diagnostics

// What the readers of data files need to know of the bytes before they read them.
extension UnsafeBufferPointer<UInt8> {
  var isASCII: Bool {
    var index = 0
    let raw = UnsafeRawBufferPointer(self)
    while index + 8 <= count {
      if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
      index += 8
    }
    while index < count {
      if self[index] >= 0x80 { return false }
      index += 1
    }
    return true
  }

  /// Without the UTF-8 byte order mark that some Windows programs write first.
  var withoutByteOrderMark: UnsafeBufferPointer<UInt8> {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF ? Self(rebasing: self[3...]) : self
  }

  /// A diagnostic if the bytes are not UTF-8, at the first that is not.
  func encodingProblem(file: String, lineOffset: Int = 0) -> Diagnostic? {
    guard let offset = firstOffsetThatIsNotUTF8 else { return nil }
    var lines = LineCursor(self)
    lines.move(to: offset)
    let location = SourceLocation(
      file: file, line: lines.line + lineOffset, column: offset - lines.start + 1, length: 1)
    let isUTF16 = count >= 2 && (self[0], self[1]) == (0xFF, 0xFE) || count >= 2 && (self[0], self[1]) == (0xFE, 0xFF)
    return Diagnostic(
      "data/encoding", at: location,
      isUTF16 ? "the file is UTF-16, files here are UTF-8" : "this byte is not UTF-8, files here are UTF-8",
      help: "save the file with the encoding UTF-8")
  }

  /// Well-formed UTF-8 is table 3-7 of the Unicode Standard: no overlong forms, no surrogates, nothing above U+10FFFF.
  var firstOffsetThatIsNotUTF8: Int? {
    var index = 0
    while index < count {
      let lead = self[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      case 0xF1...0xF3: length = 4
      default: return index
      }
      guard index + length <= count, second.contains(self[index + 1]) else { return index }
      for next in index + 2..<Swift.max(index + 2, index + length) where self[next] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }
}

/// Finds lines as editors count them: they end at LF, CR LF or a CR alone. Moving costs what lies between, in either
/// direction, and nothing within a line.
struct LineCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The line the cursor is on, from 1.
  private(set) var line = 1
  /// Offset of that line's first byte.
  private(set) var start = 0
  /// Offset of the next line's first byte, or one past the end if there is none.
  private var next: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    next = 0
    next = startOfLine(after: 0)
  }

  mutating func move(to wanted: Int) {
    let offset = min(max(wanted, 0), bytes.count)
    while next <= offset {
      line += 1
      start = next
      next = startOfLine(after: next)
    }
    while start > offset {
      line -= 1
      next = start
      start = startOfLine(endingBefore: next)
    }
  }

  private func startOfLine(after offset: Int) -> Int {
    var index = offset
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") { return index }
      if byte == UInt8(ascii: "\r") {
        return index < bytes.count && bytes[index] == UInt8(ascii: "\n") ? index + 1 : index
      }
    }
    return bytes.count + 1
  }

  private func startOfLine(endingBefore next: Int) -> Int {
    var index = next - 1
    if index > 0, bytes[index] == UInt8(ascii: "\n"), bytes[index - 1] == UInt8(ascii: "\r") { index -= 1 }
    while index > 0, bytes[index - 1] != UInt8(ascii: "\n"), bytes[index - 1] != UInt8(ascii: "\r") { index -= 1 }
    return index
  }
}
