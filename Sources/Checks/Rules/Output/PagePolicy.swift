/// The Content-Security-Policy that a page gives itself.
struct PagePolicy: Sendable {
  /// Index of its `<meta>`.
  let tag: Int
  let content: HTMLScan.Attribute
  private let sources: Sources

  /// What a policy says, whichever page it stands in.
  struct Sources: Sendable {
    fileprivate var directives: [String: [String]] = [:]
    /// What would let more in than the site's own files, with the directive it stands in.
    fileprivate var laxities: [(source: String, directive: String)] = []
  }

  /// nil if the page has none.
  ///
  /// - Parameter common: remembers what it says for the next page.
  init?(_ html: HTMLScan, _ common: CommonParts) {
    let meta = html.special.first { i in
      let tag = html.tags[Int(i)]
      return tag.element == .meta && html.isWord(html.attribute(.httpEquiv, of: tag), "content-security-policy")
    }
    guard let found = meta.map(Int.init), let content = html.attribute(.content, of: html.tags[found]) else {
      return nil
    }
    tag = found
    self.content = content
    sources = common.sources(html.raw(content)) { Self.read(html.text(content)) }
  }

  private static func read(_ text: String) -> Sources {
    var sources = Sources()
    for directive in text.split(separator: ";") {
      let words = directive.split { $0.isWhitespace }.map(String.init)
      guard let name = words.first?.lowercased(), sources.directives[name] == nil else { continue }
      sources.directives[name] = Array(words.dropFirst())
    }
    sources.laxities = sources.directives.sorted { $0.key < $1.key }.flatMap { name, list in
      list.filter { isLax($0.lowercased(), name) }.map { ($0, name) }
    }
    return sources
  }

  private static func isLax(_ source: String, _ directive: String) -> Bool {
    switch source {
    case "*", "http:", "https:", "'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "'strict-dynamic'": true
    case "data:", "blob:": directive != "img-src" && directive != "font-src" && directive != "media-src"
    default: false
    }
  }

  /// What a directive lists, or what stands for it; nil if nothing is forbidden.
  func list(_ directive: String) -> [String]? {
    if let own = sources.directives[directive] { return own }
    switch directive {
    case "form-action", "base-uri", "frame-ancestors": return nil
    case "frame-src", "worker-src":
      if let child = sources.directives["child-src"] { return child }
    default: break
    }
    return sources.directives["default-src"]
  }

  func allows(_ source: String, _ directive: String) -> Bool {
    list(directive)?.contains { $0.lowercased() == source } ?? true
  }

  /// Whether something at an address may be loaded.
  func allows(_ address: ArraySlice<UInt8>, _ directive: String, origin: String) -> Bool {
    guard let list = list(directive) else { return true }
    let target = WebAddress.target(address, origin: origin)
    return list.contains { source in
      switch source.lowercased() {
      case "*": target == .own || target == .foreign
      case "'self'": target == .own
      case "data:": target == .inline
      case "https:": target == .foreign || target == .own
      case let other: other.contains(".") && address.hasPrefix(other.contains("://") ? other : "https://" + other)
      }
    }
  }

  /// What would let more in than the site's own files, with the directive it stands in.
  var laxities: [(source: String, directive: String)] { sources.laxities }
}
