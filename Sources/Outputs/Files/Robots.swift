extension Output {
  /// What search engines may read (RFC 9309): everything.
  static let robots = Output(name: "robots") { rendering in
    let text = "User-agent: *\nAllow: /\n\nSitemap: \(rendering.absoluteURL("sitemap.xml"))\n"
    return [OutputTree.File("robots.txt", bytes: Array(text.utf8))]
  }
}
