/// The site's own `_redirects`: lines `from to status`.
struct RedirectRules: Sendable {
  struct Target: Sendable, Equatable {
    var location: String
    /// 301, 302, 303, 307 or 308.
    var status: Int
  }

  private var targets: [String: Target] = [:]

  init(_ bytes: [UInt8]) {
    for line in bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      let words = line.split(whereSeparator: { $0 == 0x20 || $0 == 9 }).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 2 || words.count == 3, let from = RequestTarget.decoded(words[0]),
        words[1].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
        let status = words.count == 3 ? Int(words[2]) : 301, [301, 302, 303, 307, 308].contains(status)
      else { continue }
      // The first line that fits is the one that counts.
      if targets[from] == nil { targets[from] = Target(location: words[1], status: status) }
    }
  }

  /// - Parameter path: decoded, base path included.
  func target(for path: String) -> Target? { targets[path] }
}
