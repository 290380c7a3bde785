extension ImageSize {
  /// SVG 2, 8.2 and 8.6: `width` and `height` of the outermost element, or else its `viewBox`. Lengths in units that
  /// depend on where the image stands (%, em, vw, …) count as absent. One length alone takes the other from the
  /// `viewBox`'s proportions, as browsers do (CSS 2.1, 10.3.2).
  static func svg(_ bytes: [UInt8]) -> ImageSize? {
    var reader = SVGReader(bytes)
    guard reader.openRoot() else { return nil }
    var width: Double?
    var height: Double?
    var viewBox: (width: Double, height: Double)?
    while let (name, value) = reader.attribute() {
      switch name {
      case "width": width = pixels(value)
      case "height": height = pixels(value)
      case "viewBox":
        let numbers = value.split(whereSeparator: { $0 == "," || $0.isWhitespace }).compactMap { finite($0) }
        if numbers.count == 4, numbers[2] > 0, numbers[3] > 0 { viewBox = (numbers[2], numbers[3]) }
      default: break
      }
    }
    if let viewBox {
      width = width ?? height.map { $0 * viewBox.width / viewBox.height } ?? viewBox.width
      height = height ?? width.map { $0 * viewBox.height / viewBox.width }
    }
    guard let width, let height, (0..<1e9).contains(width), (0..<1e9).contains(height) else { return nil }
    // `rounded()` would need the C library's mathematics linked for this one line.
    return ImageSize(width: Int(width + 0.5), height: Int(height + 0.5))
  }

  /// CSS Values 3, 6.2: absolute lengths, at 96 pixels an inch.
  private static func pixels(_ value: String) -> Double? {
    let text = value.drop { $0.isWhitespace }
    let letters = text.lowercased().reversed().drop { $0.isWhitespace }
    let unit = String(letters.prefix { $0.isLetter || $0 == "%" }.reversed())
    let scale: Double
    switch unit {
    case "", "px": scale = 1
    case "pt": scale = 96 / 72
    case "pc": scale = 16
    case "in": scale = 96
    case "cm": scale = 96 / 2.54
    case "mm": scale = 96 / 25.4
    case "q": scale = 96 / 101.6
    default: return nil
    }
    return finite(String(letters.dropFirst(unit.count).reversed())).flatMap { $0 >= 0 ? $0 * scale : nil }
  }

  /// A number as SVG and CSS write it: no `inf`, no `nan`, no hexadecimal.
  private static func finite(_ text: some StringProtocol) -> Double? {
    guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let number = Double(text) else { return nil }
    return number.isFinite ? number : nil
  }
}

/// As much of XML 1.0 as stands before and in the first tag.
private struct SVGReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if has("\u{FEFF}") { offset = 3 }
  }

  /// Moves behind `<svg`, past white space, declarations, comments and the document type (2.8 Prolog).
  mutating func openRoot() -> Bool {
    while true {
      skipSpace()
      if has("<!--") {
        guard skip(past: "-->", from: offset + 4) else { return false }
      } else if has("<?") {
        guard skip(past: "?>", from: offset + 2) else { return false }
      } else if has("<!DOCTYPE") {
        guard skipDocumentType() else { return false }
      } else {
        guard has("<") else { return false }
        offset += 1
        let name = name()
        return name == "svg" || name.hasSuffix(":svg")
      }
    }
  }

  /// The next attribute of the tag; nil at its end, or where it is no XML.
  mutating func attribute() -> (name: String, value: String)? {
    skipSpace()
    let name = name()
    skipSpace()
    guard !name.isEmpty, has("=") else { return nil }
    offset += 1
    skipSpace()
    guard offset < bytes.count, has("\"") || has("'") else { return nil }
    let quote = bytes[offset]
    let rest = bytes[(offset + 1)...]
    guard let end = rest.firstIndex(of: quote) else { return nil }
    offset = end + 1
    return (name, String(decoding: rest[..<end], as: UTF8.self))
  }

  private mutating func name() -> String {
    let name = bytes[offset...].prefix { byte in
      !isSpace(byte) && ![UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "<")].contains(byte)
    }
    offset = name.endIndex
    return String(decoding: name, as: UTF8.self)
  }

  /// Ends at a `>` outside quotes, comments, instructions and the brackets of the internal subset.
  private mutating func skipDocumentType() -> Bool {
    var isInSubset = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if has("<!--") {
        guard skip(past: "-->", from: offset + 4) else { return false }
        continue
      }
      if has("<?") {
        guard skip(past: "?>", from: offset + 2) else { return false }
        continue
      }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        guard let end = bytes[(offset + 1)...].firstIndex(of: byte) else { return false }
        offset = end
      }
      offset += 1
      if byte == UInt8(ascii: "[") { isInSubset = true }
      if byte == UInt8(ascii: "]") { isInSubset = false }
      if byte == UInt8(ascii: ">"), !isInSubset { return true }
    }
    return false
  }

  private mutating func skip(past mark: StaticString, from start: Int) -> Bool {
    offset = min(start, bytes.count)
    while offset < bytes.count {
      if has(mark) {
        offset += mark.utf8CodeUnitCount
        return true
      }
      offset += 1
    }
    return false
  }

  private mutating func skipSpace() {
    while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private func has(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset <= bytes.count - count else { return false }
    return text.withUTF8Buffer { expected in (0..<count).allSatisfy { bytes[offset + $0] == expected[$0] } }
  }
}
