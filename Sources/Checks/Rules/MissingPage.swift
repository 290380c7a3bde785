import Content
import Diagnostics

extension Check {
  /// A link to a page that is not there.
  static let missingPage = Check(
    id: "link/missing-page",
    scope: .page { page, site in
      var found: [Diagnostic] = []
      page.eachLink { link, target, location in
        guard case .missing(let path) = target, page.document.nodes[Int(link.node)].kind == .link, !isFile(path) else {
          return
        }
        let written = page.document.string(link.destination)
        found.append(
          Diagnostic(
            "link/missing-page", at: location, written.isEmpty ? "the link leads nowhere" : "no page at '\(path)'",
            help: help(for: path, page, site)))
      }
      return found
    })

  private static func help(for path: String, _ page: Page, _ site: Site) -> String {
    if let address = site.pages.first(where: { $0.address == path || $0.address == path + "/" }), !path.hasSuffix(".md") {
      return "link to the file: '\(relativePath(to: address.path, from: page.path))'"
    }
    if path.hasPrefix("content/"), !path.hasSuffix(".md") {
      for file in ["\(path).md", "\(path)/index.md"] where site.pageByPath[file] != nil {
        return "link to the file: '\(relativePath(to: file, from: page.path))'"
      }
    }
    let nearest = NearMiss.nearest(to: path, in: site.pages.lazy.map(\.path)) ?? sameName(as: path, site)
    guard let nearest else { return "link to the Markdown file of the page, such as '../risks/bladder.md'" }
    return "the nearest is '\(relativePath(to: nearest, from: page.path))'"
  }

  /// A page with the same file name in another folder.
  private static func sameName(as path: String, _ site: Site) -> String? {
    guard let name = path.split(separator: "/").last, name != "index.md" else { return nil }
    return site.pages.first { $0.path.hasSuffix("/" + name) }?.path
  }

  /// Whether a path names a file that is copied rather than a page.
  static func isFile(_ path: String) -> Bool {
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: ".") else { return false }
    return name[dot...] != ".md" && name[dot...] != ".html" && dot != name.startIndex
  }

  /// How a link in the file `from` names the file `to`.
  static func relativePath(to: String, from: String) -> String {
    var target = to.split(separator: "/")[...]
    var base = from.split(separator: "/").dropLast()[...]
    while target.count > 1, let first = base.first, first == target.first {
      target = target.dropFirst()
      base = base.dropFirst()
    }
    return (base.map { _ in ".." } + target.map(String.init)).joined(separator: "/")
  }
}
