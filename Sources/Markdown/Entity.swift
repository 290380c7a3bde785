/// What looks like an entity or a character reference in source text: `&auml;`, `&#35;`, `&#x23;`.
///
/// cmark has decoded it or left it alone; which of the two is read off the literal, so no list of the 2,125 names is
/// needed here.
struct Entity {
  /// Bytes in the source, from `&` to `;`.
  let length: Int
  private let isAmpersand: Bool
  private let isFJ: Bool
  private let after: UnsafeBufferPointer<UInt8>

  init?(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
    var i = start + 1
    while i < text.count, i - start < 40, text[i] != UInt8(ascii: ";") {
      guard
        text[i] == UInt8(ascii: "#") || (text[i] | 32 >= 97 && text[i] | 32 <= 122) || (text[i] >= 48 && text[i] <= 57)
      else { return nil }
      i += 1
    }
    guard i < text.count, text[i] == UInt8(ascii: ";"), i > start + 1 else { return nil }
    length = i - start + 1
    let name = text[(start + 1)..<i]
    isAmpersand = Entity.isAmpersand(name)
    isFJ = name.elementsEqual("fjlig".utf8)
    after = UnsafeBufferPointer(rebasing: text[(i + 1)...])
  }

  /// How many bytes from `i` on of `literal` it made; nil if cmark left it as it stands.
  func bytes(in literal: UnsafeBufferPointer<UInt8>, at i: Int) -> Int? {
    // Nothing but an ampersand's own entities makes text that begins with an ampersand.
    if literal[i] == UInt8(ascii: "&") { return isAmpersand ? 1 : nil }
    if isFJ { return 2 }
    let first = Entity.scalarLength(literal, i)
    // Some names make a letter and a mark on it.
    for mark in Entity.secondScalars where literal[(i + first)...].starts(with: mark) && !after.starts(with: mark) {
      return first + mark.count
    }
    return first
  }

  private static func scalarLength(_ literal: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var i = start + 1
    while i < literal.count, literal[i] & 0xC0 == 0x80 { i += 1 }
    return i - start
  }

  private static func isAmpersand(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if name.elementsEqual("amp".utf8) || name.elementsEqual("AMP".utf8) { return true }
    guard name.first == UInt8(ascii: "#") else { return false }
    let digits = String(decoding: name.dropFirst(), as: UTF8.self)
    return digits.first == "x" || digits.first == "X" ? Int(digits.dropFirst(), radix: 16) == 38 : Int(digits) == 38
  }

  /// The second scalars of all names that stand for two.
  private static let secondScalars: [[UInt8]] = [
    "\u{338}", "\u{20D2}", "\u{20E5}", "\u{333}", "\u{FE00}", "\u{200A}", "\u{331}",
  ].map { Array($0.utf8) }
}
