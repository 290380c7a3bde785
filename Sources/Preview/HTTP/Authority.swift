#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whom a request is meant for: host and port (RFC 9110, section 7.2).
struct Authority: Sendable, Equatable {
  /// In lower case, as it may stand in an address: `127.0.0.1:8080`, `[::1]:8080`, `localhost`.
  var text: String
  /// Without the port; brackets and all for IPv6.
  var host: String

  /// nil if it is malformed.
  init?(_ field: String) {
    let field = field.lowercased()
    var rest = field[...]
    if rest.first == "[" {
      guard let end = rest.firstIndex(of: "]"), Self.isIPv6(rest[rest.index(after: rest.startIndex)..<end]) else {
        return nil
      }
      host = String(rest[...end])
      rest = rest[rest.index(after: end)...]
    } else {
      let name = rest.prefix { $0 != ":" }
      guard !name.isEmpty, name.utf8.allSatisfy(Self.mayStandInName) else { return nil }
      host = String(name)
      rest = rest[name.endIndex...]
    }
    if !rest.isEmpty {
      let port = rest.dropFirst()
      guard rest.first == ":", (1...5).contains(port.utf8.count), port.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }),
        UInt16(port) != nil
      else { return nil }
    }
    text = field
  }

  var isIPv6: Bool { host.hasPrefix("[") }

  /// The four numbers of an IPv4 address in the usual form, without leading zeros.
  var ipv4: [UInt8]? {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in UInt8(part).flatMap { "\($0)" == part ? $0 : nil } }
    return parts.count == 4 && numbers.count == 4 ? numbers : nil
  }

  private static func isIPv6(_ text: Substring) -> Bool {
    var address = in6_addr()
    return inet_pton(AF_INET6, String(text), &address) == 1
  }

  private static func mayStandInName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-._".utf8.contains(byte)
    }
  }
}

/// Names under which the preview may be asked. With any other, a page on the web has pointed its own name at this machine
/// (DNS rebinding), and would read what it may not.
struct OwnHosts: Sendable {
  /// Whether other machines may ask, and by which name of this machine; nil if the preview listens on loopback only.
  var machineName: String?

  func include(_ authority: Authority) -> Bool {
    let host = authority.host
    if host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" || authority.ipv4?.first == 127 {
      return true
    }
    guard let machineName else { return false }
    return authority.isIPv6 || authority.ipv4 != nil
      || (!machineName.isEmpty && (host == machineName || host == machineName + ".local"))
  }

  /// In lower case; empty if the system tells none.
  static func nameOfThisMachine() -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self).lowercased()
  }
}
