import Content
import Markdown

extension Output {
  /// The list of pages for search engines (sitemaps.org, protocol 0.9).
  static let sitemap = Output(name: "sitemap") { rendering in
    Sitemap.files(Sitemap.entries(rendering), rendering)
  }
}

enum Sitemap {
  /// Entries in one file, by the protocol.
  static let limit = 50_000
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private static let namespace = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""

  static func isMade(_ site: Site) -> Bool {
    site.settings.outputs.map { $0.contains { $0.text == "sitemap" } } ?? true
  }

  /// One file, or as many as the limit asks for and an index of them.
  static func files(_ entries: [[UInt8]], limit: Int = limit, _ rendering: Rendering) -> [OutputTree.File] {
    if entries.count <= limit { return [OutputTree.File("sitemap.xml", bytes: file(entries))] }
    let parts = stride(from: 0, to: entries.count, by: limit).map { entries[$0..<min($0 + limit, entries.count)] }
    let files = parts.enumerated().map { k, part in OutputTree.File("sitemap-\(k + 1).xml", bytes: file(part)) }
    return files + [OutputTree.File("sitemap.xml", bytes: index(files.map(\.path), rendering))]
  }

  /// Published pages, then generated ones; drafts only when they are built.
  static func entries(_ rendering: Rendering) -> [[UInt8]] {
    let pages = rendering.site.pages.map { entry(rendering.absoluteURL($0.address), $0.frontMatter.review?.on) }
    let generated =
      rendering.site.generated.filter { $0.kind != .notFound }.map(\.address) + rendering.site.tags.map(\.address)
    return pages + generated.map { entry(rendering.absoluteURL($0), nil) }
  }

  private static func entry(_ url: String, _ modified: CalendarDay?) -> [UInt8] {
    var out = Array("<url><loc>".utf8)
    Escaping.html(url, to: &out)
    out += Array("</loc>".utf8)
    if let modified { out += Array("<lastmod>\(modified)</lastmod>".utf8) }
    out += Array("</url>\n".utf8)
    return out
  }

  static func file(_ entries: some Collection<[UInt8]>) -> [UInt8] {
    Array("\(head)<urlset \(namespace)>\n".utf8) + entries.joined() + Array("</urlset>\n".utf8)
  }

  static func index(_ paths: [String], _ rendering: Rendering) -> [UInt8] {
    let list = paths.map { "<sitemap><loc>\(rendering.absoluteURL($0))</loc></sitemap>\n" }.joined()
    return Array("\(head)<sitemapindex \(namespace)>\n\(list)</sitemapindex>\n".utf8)
  }
}
