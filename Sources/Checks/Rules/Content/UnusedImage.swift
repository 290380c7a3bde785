import Content
import Diagnostics
import Markdown

extension Check {
  /// A picture that no page shows.
  static let unusedImage = Check(
    "content/unused-image", .warning,
    .init(
      finds: "A picture in content/ that no page shows or links to, and no template or data file names.",
      why: "It is copied to the site and nobody sees it. Often it is a picture that a page has lost by mistake.",
      bad: ["content/page.md": "Text.\n", "content/bladder.svg": "<svg width=\"9\" height=\"9\"/>"],
      good: [
        "content/page.md": "![The bladder and what harms it](bladder.svg)\n",
        "content/bladder.svg": "<svg width=\"9\" height=\"9\"/>",
      ]),
    scope: .site { input in
      let site = input.site
      var unused = Set(site.assets.keys.lazy.filter(isPicture))
      if unused.isEmpty { return [] }
      for page in site.pages { for case .asset(let path) in page.targets { unused.remove(path) } }
      let names = unused.sorted().map { (path: $0, name: $0.split(separator: "/").last.map(String.init) ?? $0) }
      let named = OtherMentions(of: names.map(\.name), input)
      return names.lazy.filter { !named.contains($0.name) && !isAskedForByBrowsers($0.path) }.map { image in
        Finding(
          at: SourceLocation(file: image.path), "nothing uses the picture '\(image.name)'",
          help: "show it where it belongs, or delete the file")
      }
    })

  private static func isPicture(_ path: String) -> Bool {
    guard let dot = path.lastIndex(of: ".") else { return false }
    return ["svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "tif", "tiff", "heic"]
      .contains(path[path.index(after: dot)...].lowercased())
  }

  /// Browsers look for these without being told.
  private static func isAskedForByBrowsers(_ path: String) -> Bool {
    path == "content/favicon.ico" || path.hasPrefix("content/apple-touch-icon")
  }
}

/// Which names occur in sources that leave no link in the resolved site: templates, data, drafts, pages with HTML or with
/// fields of the site's own.
struct OtherMentions {
  private var found = Set<String>()

  init(of names: [String], _ input: CheckInput) {
    if names.isEmpty { return }
    let site = input.site
    let sources = input.tree.paths.filter { path in
      if path.hasPrefix("templates/") { return !path.hasPrefix("templates/strings/") }
      if path.hasPrefix("content/data/") { return true }
      guard path.hasSuffix(".md") else { return false }
      guard let page = site.page(at: path) else { return true }
      return site.settings.allowsRawHTML(in: path) || !page.frontMatter.fields.isEmpty
    }
    for source in sources {
      guard let bytes = try? input.tree.read(source) else { continue }
      for name in names where !found.contains(name) && bytes.contains(Array(name.utf8)) { found.insert(name) }
    }
  }

  func contains(_ name: String) -> Bool { found.contains(name) }
}
