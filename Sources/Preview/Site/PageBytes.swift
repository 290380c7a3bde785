import Hashing

extension ServedSite {
  /// What the page at that address is now, as the site publishes it; nil if it cannot be made. A page that is open got
  /// there past `_redirects`, by the name of its file.
  func bytes(at target: RequestTarget) -> [UInt8]? {
    switch destinationWithoutRules(of: target) {
    case .file(_, let maker): maker()
    // Following it is the browser's, so where it leads stands for what it shows.
    case .redirect(_, let location): Array(location.utf8)
    case .listing: ListingPage.render(site)
    case .script, .style, .events, .nothing: notFoundBytes
    }
  }

  /// The site's 404 page, or one of ours if it has none that can be made.
  var notFoundBytes: [UInt8] {
    notFoundPage?() ?? PlainPage.html(title: "Not found", text: "There is no page at this address.")
  }
}

/// How open pages and the server name the bytes of a page: the first 16 digits of their SHA-256.
enum PageHash {
  static func of(_ bytes: [UInt8]) -> String { String(SHA256.hex(bytes).prefix(16)) }
}
