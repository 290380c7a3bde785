extension Output {
  /// What search engines may read (RFC 9309): everything.
  static let robots = Output(name: "robots") { rendering in
    var text = "User-agent: *\nAllow: /\n"
    if Sitemap.isMade(rendering.site) { text += "\nSitemap: \(rendering.absoluteURL("sitemap.xml"))\n" }
    return [OutputTree.File("robots.txt", bytes: Array(text.utf8))]
  }
}
