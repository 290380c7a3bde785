import Diagnostics
import Markdown

/// Finds where a page's links lead. Records what it finds, also when that is nothing.
struct LinkResolver: Sendable {
  let pageByPath: [String: Int]
  let drafts: Set<String>
  let assets: [String: String]
  let termByID: [String: Int]
  let supportLineByID: [String: Int]

  func targets(of page: ParsedPage) -> [LinkTarget] {
    page.document.links.map { target(page.document.string($0.destination), from: page.path) }
  }

  func target(_ destination: String, from path: String) -> LinkTarget {
    // Most links are a plain path to a page, and need none of what follows.
    if !destination.utf8.contains(where: { $0 == 35 || $0 == 37 || $0 == 58 }), !destination.hasPrefix("/") {
      return file(destination, anchor: nil, from: path)
    }
    if destination.hasPrefix("#") { return .anchor(Addresses.decoded(destination.dropFirst()) ?? destination) }
    if let scheme = scheme(of: destination) {
      let rest = String(destination.dropFirst(scheme.count + 1))
      switch scheme {
      case "glossary": return termByID[rest].map(LinkTarget.term) ?? .unknownTerm(rest)
      case "support": return supportLineByID[rest].map(LinkTarget.supportLine) ?? .unknownSupportLine(rest)
      case "http", "https", "mailto", "tel", "sms": return .external
      default: return DangerousURL.matches(Array(destination.utf8)[...]) ? .dangerous : .external
      }
    }
    if destination.hasPrefix("//") { return .external }
    let hash = destination.firstIndex(of: "#") ?? destination.endIndex
    let anchor = hash < destination.endIndex ? Addresses.decoded(destination[destination.index(after: hash)...]) : nil
    guard let wanted = Addresses.decoded(destination[..<hash]) else { return .missing(path: destination) }
    return file(wanted, anchor: anchor, from: path)
  }

  private func file(_ wanted: String, anchor: String?, from path: String) -> LinkTarget {
    guard let file = Addresses.resolve(wanted[...], from: path) else { return .missing(path: wanted) }
    if let page = pageByPath[file] { return .page(page, anchor: anchor) }
    if drafts.contains(file) { return .draft(file) }
    if assets[file] != nil { return .asset(file) }
    return .missing(path: file)
  }

  /// The scheme of an absolute URL in lower case (RFC 3986, section 3.1), or nil for a relative one.
  private func scheme(of destination: String) -> String? {
    guard let colon = destination.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = destination[..<colon]
    guard let first = scheme.utf8.first, first | 32 >= 97, first | 32 <= 122,
      scheme.utf8.allSatisfy({ ($0 | 32 >= 97 && $0 | 32 <= 122) || ($0 >= 48 && $0 <= 57) || "+-.".utf8.contains($0) })
    else { return nil }
    return scheme.lowercased()
  }
}
