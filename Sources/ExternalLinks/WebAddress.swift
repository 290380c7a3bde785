/// An address on the web in the form in which servers are asked for it: `http` or `https`, the host in lower case, every
/// byte that may not stand in an address encoded. Two that differ in their fragment only are equal: servers never see it.
package struct WebAddress: Sendable {
  /// Without the fragment.
  package let text: String
  /// In lower case, without port.
  package let host: String
  /// With its `#`; empty if there is none.
  package let fragment: String

  /// Nil for what is no address on the web, for one with a name and password, and for a host in letters beyond ASCII,
  /// which libraries look up in different ways.
  package init?(_ written: some StringProtocol) {
    let bytes = Array(written.utf8)
    let scheme = ["https://", "http://"].first { scheme in
      bytes.count > scheme.utf8.count && zip(bytes, scheme.utf8).allSatisfy { $0 | 0x20 == $1 || $0 == $1 }
    }
    guard let scheme else { return nil }
    let rest = bytes.dropFirst(scheme.utf8.count)
    let authority = rest.prefix { !"/?#\\".utf8.contains($0) }
    guard let host = Self.host(of: authority) else { return nil }
    let path = rest.dropFirst(authority.count)
    let beforeFragment = path.prefix { $0 != UInt8(ascii: "#") }
    let root = beforeFragment.first == UInt8(ascii: "/") ? "" : "/"
    self.host = host
    text =
      scheme + String(decoding: authority, as: UTF8.self).lowercased() + root + Self.encoded(beforeFragment)
    fragment = Self.encoded(path.dropFirst(beforeFragment.count))
  }

  /// Whether it names the front page of a site.
  var isHome: Bool { text.utf8.count { $0 == UInt8(ascii: "/") } == 3 && text.hasSuffix("/") }

  /// The host without `www.`: addresses that agree in it belong to the same people.
  var site: Substring { host.hasPrefix("www.") ? host.dropFirst(4) : host[...] }

  private static func host(of authority: ArraySlice<UInt8>) -> String? {
    let isPlain = authority.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"@\"<>^`{|}%".utf8.contains($0) }
    guard isPlain else { return nil }
    let host: ArraySlice<UInt8>
    if authority.first == UInt8(ascii: "[") {
      guard let end = authority.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      host = authority[...end]
    } else {
      host = authority.prefix { $0 != UInt8(ascii: ":") }
    }
    let port = authority.dropFirst(host.count)
    let isPort = port.isEmpty || port.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    guard !host.isEmpty, isPort else { return nil }
    return String(decoding: host, as: UTF8.self).lowercased()
  }

  private static func encoded(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var made: [UInt8] = []
    for byte in bytes {
      if byte > 0x20, byte < 0x7F, !"\"<>\\^`{|}".utf8.contains(byte) {
        made.append(byte)
      } else {
        made += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: made, as: UTF8.self)
  }
}

extension WebAddress: Hashable {
  package static func == (a: WebAddress, b: WebAddress) -> Bool { a.text == b.text }
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
