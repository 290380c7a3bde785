/// What an open page was when somebody was told, to see what has changed of it.
struct PageSnapshot: Sendable {
  /// What has become of one page.
  struct News: Sendable {
    var state: PageState
    /// nil if it cannot be made.
    var snapshot: PageSnapshot?
    /// If it differs from what it was, by its name, in addresses of style sheets alone.
    var styles: (from: String, changed: [(old: String, new: String)])?
  }

  var bytes: [UInt8]
  var hash: String
  /// Addresses of the style sheets that there were.
  var styleSheets: Set<String>

  /// - Parameters:
  ///   - targets: pages by their paths.
  ///   - before: what they were.
  static func take(
    of targets: [String: RequestTarget], in site: ServedSite, before: [String: PageSnapshot]
  ) -> [String: News] {
    let styleSheets = site.styleSheets
    return targets.mapValues { target in
      let state = PageState(of: site, page: target)
      guard let bytes = site.bytes(at: target) else { return News(state: state) }
      let now = PageSnapshot(bytes: bytes, hash: PageHash.of(bytes), styleSheets: styleSheets)
      guard let old = before[target.path], old.hash != now.hash,
        let changed = StyleChange(from: old.styleSheets, to: styleSheets).explains(old.bytes, bytes)
      else { return News(state: state, snapshot: now) }
      return News(state: state, snapshot: now, styles: (old.hash, changed))
    }
  }
}

extension ServedSite {
  /// Addresses of all style sheets.
  var styleSheets: Set<String> {
    Set(site.files.keys.filter { $0.hasSuffix(".css") }.map { site.basePath + $0 })
  }
}
