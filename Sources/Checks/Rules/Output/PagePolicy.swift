/// The Content-Security-Policy that a page gives itself.
struct PagePolicy: Sendable {
  /// Index of its `<meta>`.
  let tag: Int
  let content: HTMLScan.Attribute
  private var sources: [String: [String]] = [:]

  /// nil if the page has none.
  init?(_ html: HTMLScan) {
    let meta = html.special.first { i in
      let tag = html.tags[Int(i)]
      return tag.element == .meta && html.isWord(html.attribute(.httpEquiv, of: tag), "content-security-policy")
    }
    guard let found = meta.map(Int.init), let content = html.attribute(.content, of: html.tags[found]) else {
      return nil
    }
    tag = found
    self.content = content
    for directive in html.text(content).split(separator: ";") {
      let words = directive.split { $0.isWhitespace }.map(String.init)
      guard let name = words.first?.lowercased(), sources[name] == nil else { continue }
      sources[name] = Array(words.dropFirst())
    }
  }

  var names: [String] { sources.keys.sorted() }

  /// What a directive lists, or what stands for it; nil if nothing is forbidden.
  func list(_ directive: String) -> [String]? {
    if let own = sources[directive] { return own }
    switch directive {
    case "form-action", "base-uri", "frame-ancestors": return nil
    case "frame-src", "worker-src":
      if let child = sources["child-src"] { return child }
    default: break
    }
    return sources["default-src"]
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
  var laxities: [(source: String, directive: String)] {
    names.flatMap { name in
      (sources[name] ?? []).compactMap { source in
        let isLax =
          switch source.lowercased() {
          case "*", "http:", "https:", "'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "'strict-dynamic'": true
          case "data:", "blob:": name != "img-src" && name != "font-src" && name != "media-src"
          default: false
          }
        return isLax ? (source, name) : nil
      }
    }
  }
}
