import Hashing

extension ServedSite {
  /// What a browser that opens that address would see now, as the site publishes it; nil if it cannot be made.
  func bytes(at target: RequestTarget) -> [UInt8]? {
    switch destination(of: target) {
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
