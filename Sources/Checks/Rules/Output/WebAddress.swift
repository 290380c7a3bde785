import Content

/// Where an address in a built file leads, as far as rules ask.
enum WebAddress {
  enum Target: Equatable {
    /// On the site itself: a path, a fragment, or its own origin.
    case own
    /// On another host.
    case foreign
    /// The bytes stand in the address (`data:`).
    case inline
    /// Runs code (`javascript:`).
    case code
    /// A scheme that asks no server, such as `mailto:` and `tel:`.
    case elsewhere
  }

  /// - Parameter origin: of the site, such as `https://example.org`.
  static func target(_ address: ArraySlice<UInt8>, origin: String) -> Target {
    // Most are a place on the page or a path of the site, whatever follows.
    let (first, second) = (address.first ?? 0, address.dropFirst().first ?? 0)
    if first == UInt8(ascii: "#") || (first == UInt8(ascii: "/") && isSchemeByte(second)) { return .own }
    // Browsers drop tabs and line breaks, and read `\` as `/` (URL standard, 4.4).
    let isPlain = !address.contains { $0 < 33 || $0 == UInt8(ascii: "\\") }
    let bytes =
      isPlain
      ? address
      : ArraySlice(
        address.trimmed.filter { $0 != 9 && $0 != 10 && $0 != 13 }.map { $0 == UInt8(ascii: "\\") ? 47 : $0 })
    if bytes.starts(with: "//".utf8) {
      let scheme = origin.prefix { $0 != "/" }
      return isOwn(Array(scheme.utf8)[...] + bytes, origin) ? .own : .foreign
    }
    guard let colon = bytes.firstIndex(where: { !isSchemeByte($0) }), bytes[colon] == UInt8(ascii: ":"),
      let first = bytes.first, first | 0x20 &- 97 < 26
    else { return .own }
    let scheme = bytes[..<colon]
    if HTMLText.equal(scheme, "javascript") || HTMLText.equal(scheme, "vbscript") { return .code }
    if HTMLText.equal(scheme, "data") || HTMLText.equal(scheme, "blob") { return .inline }
    if ["http", "https", "ws", "wss", "ftp"].contains(where: { HTMLText.equal(scheme, $0) }) {
      return isOwn(bytes, origin) ? .own : .foreign
    }
    return .elsewhere
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 97 < 26 || byte &- 48 < 10 || byte == 43 || byte == 45 || byte == 46
  }

  private static func isOwn(_ bytes: ArraySlice<UInt8>, _ origin: String) -> Bool {
    let own = origin.utf8
    guard bytes.count >= own.count, zip(bytes, own).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 | 0x20 }) else {
      return false
    }
    let rest = bytes.dropFirst(own.count)
    return rest.first.map { $0 == 47 || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? true
  }

  /// Addresses in `srcset`: between commas, up to the first space (HTML, 4.8.4.3.10).
  static func candidates(_ value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var rest = value
    while true {
      rest = rest.drop { HTMLText.isSpace($0) || $0 == UInt8(ascii: ",") }
      var address = rest.prefix { !HTMLText.isSpace($0) }
      if address.isEmpty { return found }
      rest = rest[address.endIndex...]
      if address.last == UInt8(ascii: ",") {
        while address.last == UInt8(ascii: ",") { address.removeLast() }
      } else {
        rest = rest.drop { $0 != UInt8(ascii: ",") }
      }
      found.append(address)
    }
  }

  /// Addresses that CSS loads: in `url(…)`, and as text behind `@import`.
  static func addresses(inCSS css: ArraySlice<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var i = css.startIndex
    func skipSpace() {
      while i < css.endIndex, HTMLText.isSpace(css[i]) { i += 1 }
    }
    while i < css.endIndex {
      let byte = css[i]
      if byte == 47, css[(i + 1)...].first == UInt8(ascii: "*") {
        i += 2
        while i < css.endIndex, !(css[i] == UInt8(ascii: "*") && css[(i + 1)...].first == 47) { i += 1 }
      } else if byte | 0x20 == UInt8(ascii: "u"), HTMLText.equal(css[i...].prefix(4), "url(") {
        i += 4
        skipSpace()
        if i < css.endIndex, css[i] == UInt8(ascii: "\"") || css[i] == UInt8(ascii: "'") { continue }
        let start = i
        while i < css.endIndex, css[i] != UInt8(ascii: ")") { i += 1 }
        found.append(start..<(start + css[start..<i].trimmed.count))
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        let start = i + 1
        i = start
        while i < css.endIndex, css[i] != byte, css[i] != 10 { i += css[i] == UInt8(ascii: "\\") ? 2 : 1 }
        i = min(i, css.endIndex)
        if loads(css[..<(start - 1)]) { found.append(start..<i) }
      }
      i += 1
    }
    return found
  }

  /// Whether a text behind this is an address: after `url(` or `@import`.
  private static func loads(_ before: ArraySlice<UInt8>) -> Bool {
    var slice = before.suffix(64)
    while let byte = slice.last, HTMLText.isSpace(byte) { slice.removeLast() }
    return HTMLText.equal(slice.suffix(4), "url(") || HTMLText.equal(slice.suffix(7), "@import")
      || HTMLText.equal(slice.suffix(10), "image-set(")
  }
}
