/// What follows a link's `]`: `(destination "title")`, `[label]`, `[]` or nothing (CommonMark 0.29, section 6.6).
enum LinkTail {
  /// The offset just past the tail that starts at `start`, or nil if there is none.
  static func end(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard start < text.count else { return nil }
    switch text[start] {
    case UInt8(ascii: "("): return inline(text, start)
    case UInt8(ascii: "["): return label(text, start)
    default: return nil
    }
  }

  private static func label(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var i = start + 1
    while i < text.count, i - start <= 1001 {
      switch text[i] {
      case UInt8(ascii: "]"): return i + 1
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\") where i + 1 < text.count && isPunctuation(text[i + 1]): i += 2
      default: i += 1
      }
    }
    return nil
  }

  private static func inline(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard var i = destination(text, skipSpace(text, start + 1)) else { return nil }
    let afterDestination = i
    i = skipSpace(text, i)
    if i > afterDestination, i < text.count, let close = closer(of: text[i]) {
      i += 1
      while i < text.count, text[i] != close {
        if close == UInt8(ascii: ")"), text[i] == UInt8(ascii: "(") { return nil }
        i += text[i] == UInt8(ascii: "\\") && i + 1 < text.count && isPunctuation(text[i + 1]) ? 2 : 1
      }
      guard i < text.count else { return nil }
      i = skipSpace(text, i + 1)
    }
    return i < text.count && text[i] == UInt8(ascii: ")") ? i + 1 : nil
  }

  private static func closer(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): byte
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }

  private static func destination(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var i = start
    guard i < text.count else { return nil }
    if text[i] == UInt8(ascii: "<") {
      i += 1
      while i < text.count, text[i] != UInt8(ascii: ">") {
        if text[i] == 10 || text[i] == UInt8(ascii: "<") { return nil }
        i += text[i] == UInt8(ascii: "\\") && i + 1 < text.count && isPunctuation(text[i + 1]) ? 2 : 1
      }
      return i < text.count ? i + 1 : nil
    }
    var depth = 0
    while i < text.count {
      let byte = text[i]
      if byte == UInt8(ascii: "\\"), i + 1 < text.count, isPunctuation(text[i + 1]) {
        i += 2
        continue
      }
      if byte == UInt8(ascii: "(") {
        depth += 1
        if depth > 32 { return nil }
      }
      if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      if isSpace(byte) || byte < 32 { break }
      i += 1
    }
    // The specification wants the parentheses balanced; cmark does not mind where white space follows.
    return i < text.count ? i : nil
  }

  private static func skipSpace(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var i = start
    while i < text.count, isSpace(text[i]) { i += 1 }
    return i
  }
}
