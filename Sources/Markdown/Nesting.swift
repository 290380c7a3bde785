/// A look at the text before cmark sees it: 50,000 nested quotes would cost minutes, not milliseconds.
enum Nesting {
  /// The first line (from 1) that opens more containers than any text needs, or nil.
  ///
  /// Counts the quote and list marks at the start of a line; what only looks like one in a code block counts too, which
  /// no real text notices at this limit.
  static func firstLineTooDeep(_ source: UnsafeBufferPointer<UInt8>) -> Int? {
    var line = 1
    var marks = 0
    var atStart = true
    for (i, byte) in source.enumerated() {
      if byte == 10 || (byte == 13 && (i + 1 >= source.count || source[i + 1] != 10)) {
        line += 1
        marks = 0
        atStart = true
        continue
      }
      guard atStart else { continue }
      switch byte {
      case UInt8(ascii: ">"): marks += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"):
        // A list mark is followed by white space; a run of dashes is a line or text.
        if i + 1 < source.count, isSpace(source[i + 1]) { marks += 1 } else { atStart = false }
      case 32, 9, 48...57: break
      default: atStart = false
      }
      if marks > Conversion.nestingLimit { return line }
    }
    return nil
  }
}
