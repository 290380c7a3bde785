import Diagnostics

// Strings: RFC 8259, section 7.
extension JSONReader {
  /// The cursor is on the opening quote.
  mutating func string() throws(Stop) -> String {
    let open = here()
    offset += 1
    let start = offset
    while let byte = peek() {
      if byte == UInt8(ascii: "\"") {
        defer { offset += 1 }
        return slice(from: start)
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start, open: open) }
      if byte < 0x20 { throw controlCharacter(byte, open: open) }
      offset += 1
    }
    throw Stop(
      problem: Diagnostic("data/json-syntax", at: open, "the quote that opens here is never closed"))
  }

  /// A string with at least one escape; the cursor is on the first.
  private mutating func escapedString(from start: Int, open: SourceLocation) throws(Stop) -> String {
    var text = Array(bytes[start..<offset])
    // A backslash that ends the file closes nothing.
    while let byte = peek(), byte != UInt8(ascii: "\\") || offset + 1 < bytes.count {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text.append(contentsOf: Character(try escape()).utf8)
      case 0..<0x20: throw controlCharacter(byte, open: open)
      default:
        text.append(byte)
        offset += 1
      }
    }
    throw Stop(
      problem: Diagnostic("data/json-syntax", at: open, "the quote that opens here is never closed"))
  }

  private mutating func escape() throws(Stop) -> Unicode.Scalar {
    let start = offset
    offset += 1
    let letter = peek() ?? 0
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default:
      offset = start
      throw stop("no escape begins with this character", help: "write `\\\\` for a backslash", length: 1)
    }
    guard let high = hexadecimal() else {
      offset = start
      throw stop("`\\u` takes four hexadecimal digits", length: 2)
    }
    if let scalar = Unicode.Scalar(high) { return scalar }
    if high < 0xDC00, skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")), let low = hexadecimal(),
      (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + UInt32(low) - 0xDC00)
    {
      return scalar
    }
    offset = start
    throw stop("this is half a character: `\\ud800` to `\\udfff` come in pairs", length: 6)
  }

  private mutating func hexadecimal() -> UInt16? {
    guard offset + 4 <= bytes.count else { return nil }
    var number: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue, bytes[offset] < 0x80 else { return nil }
      number = number << 4 | UInt16(digit)
      offset += 1
    }
    return number
  }
}
