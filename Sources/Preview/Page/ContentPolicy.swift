/// Content-Security-Policies (W3C CSP Level 3) of pages that a browser opens: production's, and the preview's two or three
/// addresses.
enum ContentPolicy {
  /// Exact addresses on the host that was asked, so that nothing else of it is allowed.
  struct Addresses {
    var script: String
    var style: String
    var events: String

    init(_ authority: Authority) {
      let base = "http://\(authority.text)\(ServedSite.ownPath)"
      script = base + "preview.js"
      style = base + "preview.css"
      events = base + "events"
    }
  }

  /// Every policy of a header's list, with the preview's addresses.
  static func extended(_ header: String, by addresses: Addresses) -> String {
    header.split(separator: ",").map { extended(policy: String($0), by: addresses) }.joined(separator: ", ")
  }

  /// What a `<meta>` says, as a header that means the same: three directives count in headers only (section 3.3).
  static func fromMeta(_ policy: String) -> String {
    directives(policy).filter { !["frame-ancestors", "report-uri", "sandbox"].contains($0[0].lowercased()) }
      .map { $0.joined(separator: " ") }.joined(separator: "; ")
  }

  /// Of pages that are the preview's own, which need nothing else.
  static func ofOwnPage(_ addresses: Addresses) -> String {
    "default-src 'none'; style-src \(addresses.style); script-src \(addresses.script); "
      + "connect-src \(addresses.events) \(addresses.style); base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  }

  private static func extended(policy: String, by addresses: Addresses) -> String {
    var directives = directives(policy)
    allow([addresses.script], in: "script-src", of: &directives)
    // Where it is given, it alone decides about a script's address.
    if directives.contains(where: { $0[0].lowercased() == "script-src-elem" }) {
      allow([addresses.script], in: "script-src-elem", of: &directives)
    }
    allow([addresses.events, addresses.style], in: "connect-src", of: &directives)
    return directives.map { $0.joined(separator: " ") }.joined(separator: "; ")
  }

  /// Without the directive, `default-src` counts; without both, everything is allowed already.
  private static func allow(_ sources: [String], in name: String, of directives: inout [[String]]) {
    if let index = directives.firstIndex(where: { $0[0].lowercased() == name }) {
      directives[index] = [name] + withoutNone(directives[index].dropFirst()) + sources
    } else if let fallback = directives.first(where: { $0[0].lowercased() == "default-src" }) {
      directives.append([name] + withoutNone(fallback.dropFirst()) + sources)
    }
  }

  /// `'none'` counts only where it stands alone.
  private static func withoutNone(_ sources: ArraySlice<String>) -> [String] {
    sources.filter { $0.lowercased() != "'none'" }
  }

  /// Name and values of each directive; of two with one name only the first counts (section 2.2.1).
  private static func directives(_ policy: String) -> [[String]] {
    var seen: Set<String> = []
    return policy.split(separator: ";").compactMap { directive in
      let words = directive.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let name = words.first, seen.insert(name.lowercased()).inserted else { return nil }
      return words
    }
  }
}
