import NIOHTTP1

/// One state of the site with what the server reads out of it once.
struct ServedSite: Sendable {
  /// Where an address leads.
  enum Destination {
    /// A file of the site, by its path below the base path.
    case file(String, PreviewSite.Maker)
    case redirect(HTTPResponseStatus, location: String)
    case script
    case style
    case listing
    case events
    case nothing
  }

  var site: PreviewSite
  /// How many states there were, this one included.
  var generation: Int
  var headers: HeaderRules
  var redirects: RedirectRules
  /// As in addresses, without percent escapes.
  private(set) var basePath: String

  static let ownPath = "/.sitegen/"
  /// Files that tell hosts what to do, which hosts do not serve.
  private static let forHosts: Set<String> = ["_headers", "_redirects"]

  init(_ site: PreviewSite, generation: Int) {
    self.site = site
    self.generation = generation
    headers = HeaderRules(site.files["_headers"]?() ?? [])
    redirects = RedirectRules(site.files["_redirects"]?() ?? [])
    basePath = RequestTarget.decoded(site.basePath) ?? site.basePath
  }

  func destination(of target: RequestTarget) -> Destination {
    if let rule = redirects.target(for: target.path), !target.path.hasPrefix(Self.ownPath) {
      return .redirect(HTTPResponseStatus(statusCode: rule.status), location: rule.location)
    }
    return destinationWithoutRules(of: target)
  }

  /// As if there were no `_redirects`.
  func destinationWithoutRules(of target: RequestTarget) -> Destination {
    let path = target.path
    if path.hasPrefix(Self.ownPath) { return own(String(path.dropFirst(Self.ownPath.count))) }
    if path + "/" == Self.ownPath { return .redirect(.found, location: Self.ownPath) }
    guard path.hasPrefix(basePath) else {
      if path == "/" { return .redirect(.found, location: site.basePath) }
      if path + "/" == basePath { return .redirect(.movedPermanently, location: site.basePath) }
      return .nothing
    }
    let key = String(path.dropFirst(basePath.count))
    if key.isEmpty || key.hasSuffix("/") {
      return file(key + "index.html").map { .file(key + "index.html", $0) } ?? .nothing
    }
    if let maker = file(key) { return .file(key, maker) }
    if file(key + "/index.html") != nil {
      let query = target.query.map { "?" + $0 } ?? ""
      return .redirect(.movedPermanently, location: target.rawPath + "/" + query)
    }
    return .nothing
  }

  var notFoundPage: PreviewSite.Maker? { file("404.html") }

  /// The file with exactly that name. Strings are equal if they look the same, but names of files are bytes.
  private func file(_ key: String) -> PreviewSite.Maker? {
    guard !Self.forHosts.contains(key), let index = site.files.index(forKey: key),
      site.files[index].key.utf8.elementsEqual(key.utf8)
    else { return nil }
    return site.files[index].value
  }

  private func own(_ name: String) -> Destination {
    switch name {
    case "": .listing
    case "preview.js": .script
    case "preview.css": .style
    case "events": .events
    default: .nothing
    }
  }
}
