/// A token of CSS Syntax Module Level 3, section 4, and the bytes it stands in. Those bytes are never changed, so a
/// token needs no value.
struct CSSToken: Hashable {
  enum Kind: Hashable {
    case whitespace, comment
    case ident, function, atKeyword, hash, string, badString, url, badURL
    /// Number, percentage or dimension.
    case numeric
    case delim, colon, semicolon, comma
    case openParen, closeParen, openSquare, closeSquare, openCurly, closeCurly
    case cdo, cdc
  }

  var kind: Kind
  var range: Range<Int>
}

/// Cuts bytes into tokens that cover all of them. Every sequence of bytes is a style sheet, so nothing fails.
///
/// Works on bytes that are not preprocessed (section 3.3): CR and FF count as line breaks, CR LF as one, and NUL, which
/// stands for U+FFFD, counts as a letter, as does every byte that is not ASCII.
struct CSSTokenizer {
  private let bytes: [UInt8]
  private var offset: Int

  static func tokens(of bytes: [UInt8], from start: Int = 0) -> [CSSToken] {
    var tokenizer = CSSTokenizer(bytes: bytes, offset: start)
    var tokens: [CSSToken] = []
    while tokenizer.offset < bytes.count {
      let start = tokenizer.offset
      let kind = tokenizer.next()
      tokens.append(CSSToken(kind: kind, range: start..<tokenizer.offset))
    }
    return tokens
  }

  /// Section 4.3.1, consume a token.
  private mutating func next() -> CSSToken.Kind {
    let first = peek() ?? 0
    switch first {
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): return comment()
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20:
      while let byte = peek(), Self.isSpace(byte) { offset += 1 }
      return .whitespace
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return string(until: first)
    case UInt8(ascii: "("): return single(.openParen)
    case UInt8(ascii: ")"): return single(.closeParen)
    case UInt8(ascii: "["): return single(.openSquare)
    case UInt8(ascii: "]"): return single(.closeSquare)
    case UInt8(ascii: "{"): return single(.openCurly)
    case UInt8(ascii: "}"): return single(.closeCurly)
    case UInt8(ascii: ","): return single(.comma)
    case UInt8(ascii: ":"): return single(.colon)
    case UInt8(ascii: ";"): return single(.semicolon)
    case UInt8(ascii: "#"):
      guard peek(1).map(Self.isIdentByte) ?? false || isEscape(at: 1) else { return single(.delim) }
      offset += 1
      identSequence()
      return .hash
    case UInt8(ascii: "@"):
      guard startsIdent(at: 1) else { return single(.delim) }
      offset += 1
      identSequence()
      return .atKeyword
    case UInt8(ascii: "<") where has("<!--"):
      offset += 4
      return .cdo
    default:
      if startsNumber() { return numeric() }
      if has("-->") {
        offset += 3
        return .cdc
      }
      return startsIdent(at: 0) ? identLike() : single(.delim)
    }
  }

  private mutating func single(_ kind: CSSToken.Kind) -> CSSToken.Kind {
    offset += 1
    return kind
  }

  /// 4.3.2.
  private mutating func comment() -> CSSToken.Kind {
    offset += 2
    while offset < bytes.count {
      if has("*/") {
        offset += 2
        return .comment
      }
      offset += 1
    }
    return .comment
  }

  /// 4.3.3.
  private mutating func numeric() -> CSSToken.Kind {
    if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { offset += 1 }
    digits()
    if peek() == UInt8(ascii: "."), isDigit(at: 1) {
      offset += 1
      digits()
    }
    if let byte = peek(), byte | 0x20 == UInt8(ascii: "e") {
      let hasSign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
      if isDigit(at: hasSign ? 2 : 1) {
        offset += hasSign ? 2 : 1
        digits()
      }
    }
    if startsIdent(at: 0) {
      identSequence()
    } else if peek() == UInt8(ascii: "%") {
      offset += 1
    }
    return .numeric
  }

  private mutating func digits() { while isDigit(at: 0) { offset += 1 } }

  /// 4.3.4.
  private mutating func identLike() -> CSSToken.Kind {
    let start = offset
    identSequence()
    let name = start..<offset
    guard peek() == UInt8(ascii: "(") else { return .ident }
    offset += 1
    guard isURL(name) else { return .function }
    var ahead = 0
    while let byte = peek(ahead), Self.isSpace(byte) { ahead += 1 }
    if peek(ahead) == UInt8(ascii: "\"") || peek(ahead) == UInt8(ascii: "'") { return .function }
    return url()
  }

  /// 4.3.5. A line break in a string ends it, and makes it a bad one.
  private mutating func string(until quote: UInt8) -> CSSToken.Kind {
    offset += 1
    while let byte = peek() {
      if Self.isLineBreak(byte) { return .badString }
      if byte == UInt8(ascii: "\\") {
        offset += 1
        if let next = peek() { offset += next == 0x0D && peek(1) == 0x0A ? 2 : 1 }
        continue
      }
      offset += 1
      if byte == quote { return .string }
    }
    return .string
  }

  /// 4.3.6, behind `url(`.
  private mutating func url() -> CSSToken.Kind {
    while let byte = peek(), Self.isSpace(byte) { offset += 1 }
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: ")"):
        offset += 1
        return .url
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20:
        while let byte = peek(), Self.isSpace(byte) { offset += 1 }
        if peek() == UInt8(ascii: ")") { offset += 1 } else if peek() != nil { return badURL() }
        return .url
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), 0x01...0x08, 0x0B, 0x0E...0x1F, 0x7F:
        return badURL()
      case UInt8(ascii: "\\"):
        if !isEscape(at: 0) { return badURL() }
        escape()
      default: offset += 1
      }
    }
    return .url
  }

  /// 4.3.14.
  private mutating func badURL() -> CSSToken.Kind {
    while let byte = peek() {
      if isEscape(at: 0) {
        escape()
        continue
      }
      offset += 1
      if byte == UInt8(ascii: ")") { break }
    }
    return .badURL
  }

  /// 4.3.7. The white space that ends a hexadecimal escape belongs to it.
  private mutating func escape() {
    offset += 1
    var digits = 0
    while digits < 6, let byte = peek(), Self.isHexadecimal(byte) {
      digits += 1
      offset += 1
    }
    if digits == 0 {
      offset = min(offset + 1, bytes.count)
    } else if let byte = peek(), Self.isSpace(byte) {
      offset += byte == 0x0D && peek(1) == 0x0A ? 2 : 1
    }
  }

  /// 4.3.11.
  private mutating func identSequence() {
    while let byte = peek() {
      if Self.isIdentByte(byte) {
        offset += 1
      } else if isEscape(at: 0) {
        escape()
      } else {
        return
      }
    }
  }

  /// Whether a name is `url` in any case, escapes resolved.
  private func isURL(_ name: Range<Int>) -> Bool {
    var letters: [UInt8] = []
    var index = name.lowerBound
    while index < name.upperBound, letters.count < 4 {
      var byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\\"), index < name.upperBound {
        let digits = bytes[index..<name.upperBound].prefix(6).prefix(while: Self.isHexadecimal)
        byte = bytes[index]
        index += max(1, digits.count)
        if !digits.isEmpty {
          byte = UInt8(String(decoding: digits, as: UTF8.self).drop { $0 == "0" }, radix: 16) ?? 0
          if index < name.upperBound, Self.isSpace(bytes[index]) {
            index += bytes[index] == 0x0D && index + 1 < name.upperBound && bytes[index + 1] == 0x0A ? 2 : 1
          }
        }
      }
      letters.append(byte | 0x20)
    }
    return letters.elementsEqual("url".utf8)
  }
}

// 4.2 definitions, and 4.3.8 to 4.3.10, which look ahead.
extension CSSTokenizer {
  private func peek(_ ahead: Int = 0) -> UInt8? { offset + ahead < bytes.count ? bytes[offset + ahead] : nil }

  private func has(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { expected in expected.indices.allSatisfy { peek($0) == expected[$0] } }
  }

  private func isDigit(at ahead: Int) -> Bool { peek(ahead).map { (0x30...0x39).contains($0) } ?? false }

  private func isEscape(at ahead: Int) -> Bool {
    peek(ahead) == UInt8(ascii: "\\") && !(peek(ahead + 1).map(Self.isLineBreak) ?? false)
  }

  private func startsIdent(at ahead: Int) -> Bool {
    guard let byte = peek(ahead) else { return false }
    if byte == UInt8(ascii: "-") {
      return peek(ahead + 1) == UInt8(ascii: "-") || isEscape(at: ahead + 1)
        || (peek(ahead + 1).map(Self.isIdentStart) ?? false)
    }
    return Self.isIdentStart(byte) || isEscape(at: ahead)
  }

  private func startsNumber() -> Bool {
    let ahead = peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") ? 1 : 0
    return isDigit(at: ahead) || peek(ahead) == UInt8(ascii: ".") && isDigit(at: ahead + 1)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || isLineBreak(byte) }
  private static func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0C || byte == 0x0D }

  private static func isIdentStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80 || byte == 0
  }

  private static func isIdentByte(_ byte: UInt8) -> Bool {
    isIdentStart(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
