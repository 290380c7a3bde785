/// What a request asks for (RFC 9112, section 3.2): a path, decoded once, and a query.
///
/// Whatever could mean something else to somebody who decodes again, or resolves dots, is no target at all.
struct RequestTarget: Sendable, Equatable {
  /// As it was sent, such as `/a%20b/`; begins with a slash.
  var rawPath: String
  /// Decoded, such as `/a b/`. No segment of it is `.` or `..`.
  var path: String
  /// As it was sent, without the question mark.
  var query: String?
  /// Host and port, if the whole address was sent.
  var authority: String?

  init?(_ text: String) {
    var rest = text.utf8[...]
    if rest.first != UInt8(ascii: "/") {
      guard rest.count >= 7, String(decoding: rest.prefix(7), as: UTF8.self).lowercased() == "http://" else {
        return nil
      }
      rest = rest.dropFirst(7)
      let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
      authority = String(decoding: host, as: UTF8.self)
      rest = rest[host.endIndex...]
    }
    let path = rest.prefix { $0 != UInt8(ascii: "?") }
    if path.endIndex < rest.endIndex {
      let query = rest[rest.index(after: path.endIndex)...]
      guard query.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else { return nil }
      self.query = String(decoding: query, as: UTF8.self)
    }
    rawPath = path.isEmpty ? "/" : String(decoding: path, as: UTF8.self)
    guard let decoded = Self.decoded(rawPath) else { return nil }
    self.path = decoded
  }

  /// The value of a field of the query, decoded once; nil if there is none.
  func field(_ name: String) -> String? {
    for field in (query ?? "").split(separator: "&") {
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == name else { continue }
      return Self.unescaped(parts[1].utf8).flatMap { String(validating: $0, as: UTF8.self) }
    }
    return nil
  }

  /// A path without its percent escapes; nil if it is none (RFC 3986, section 3.3).
  static func decoded(_ path: String) -> String? {
    guard path.utf8.first == UInt8(ascii: "/"), path.utf8.allSatisfy(mayStandInPath),
      let bytes = unescaped(path.utf8),
      // A slash or a backslash that was hidden would divide what nobody meant to divide.
      bytes.count(where: { $0 == UInt8(ascii: "/") }) == path.utf8.count(where: { $0 == UInt8(ascii: "/") }),
      !bytes.contains(UInt8(ascii: "\\")),
      // Which refuses what is too long for its character as well.
      let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }),
      !text.split(separator: "/").contains(where: { $0 == "." || $0 == ".." })
    else { return nil }
    return text
  }

  private static func unescaped(_ text: some Collection<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexDigit), let low = rest.popFirst().flatMap(hexDigit) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// `pchar` of RFC 3986 and the slash, and the four characters beside them that browsers send as they are (WHATWG URL,
  /// path percent-encode set).
  private static func mayStandInPath(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-._~!$&'()*+,;=:@/%[]|^".utf8.contains(byte)
    }
  }
}
