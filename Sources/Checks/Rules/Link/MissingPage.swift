import Content
import Diagnostics
import Markdown

extension Check {
  /// A link to a page that is not there.
  static let missingPage = Check(
    "link/missing-page", .error,
    .init(
      finds: "A link to a page that is not there.",
      why: "A dead link in an emergency costs time that somebody may not have.",
      bad: "See [the signs](blader.md).\n", good: "See [the start](index.md).\n"),
    scope: .page { view in
      let (page, site) = (view.page, view.site)
      var found: [Finding] = []
      view.eachLink { link, target in
        guard case .missing(let path) = target, page.document.nodes[Int(link.node)].kind == .link, !isFile(path) else {
          return
        }
        let written = page.document.string(link.destination)
        let advice = advice(for: path, page, site)
        found.append(
          Finding(
            at: page.location(of: link), written.isEmpty ? "the link leads nowhere" : "no page at '\(path)'",
            help: advice.help,
            edits: advice.file.map { edits(link, written, $0, view) } ?? []))
      }
      return found
    })

  /// Names the file instead, with the anchor as it is written.
  private static func edits(_ link: Link, _ written: String, _ file: String, _ view: PageView) -> [Edit] {
    guard let place = view.page.location(ofDestination: link, view.input),
      file.utf8.allSatisfy({ $0 > 32 && !"()<>".utf8.contains($0) })
    else { return [] }
    return [Edit(place, file + written.drop { $0 != "#" })]
  }

  /// What to do about a link to `path`, and the file it means if there can be no doubt, as the page names it.
  private static func advice(for path: String, _ page: Page, _ site: Site) -> (help: String, file: String?) {
    func link(to file: String) -> String { relativePath(to: file, from: page.path) }
    // A former address of a page, as `aliases` has it.
    let address = path.dropFirst("content/".count).drop { $0 == "/" }
    if !address.isEmpty, let alias = site.aliases.first(where: { $0.address == address || $0.address == address + "/" })
    {
      let file = link(to: site.pages[alias.page].path)
      return ("it has moved: link to the file '\(file)'", file)
    }
    // A link to the address instead of the file.
    var bare = path.hasSuffix(".html") ? String(path.dropLast(".html".count)) : path
    while bare.hasSuffix("/") { bare.removeLast() }
    if !path.hasSuffix(".md") {
      for file in ["\(bare).md", "\(bare)/index.md"] where site.pageByPath[file] != nil {
        return ("link to the file: '\(link(to: file))'", link(to: file))
      }
    }
    let wanted = PageName(bare)
    let names = site.pages.map { PageName($0.path) }
    // The right name in the wrong folder, then a slip in the name: in the same folder, in any.
    let sameName = zip(names, site.pages).filter { $0.0.name == wanted.name }.map(\.1.path)
    if let found = NearMiss.nearest(to: path, in: sameName) ?? sameName.first {
      return ("the nearest is '\(link(to: found))'", sameName.count == 1 ? link(to: found) : nil)
    }
    for pool in [zip(names, site.pages).filter { $0.0.folder == wanted.folder }, Array(zip(names, site.pages))]
    where wanted.name.count > 2 {
      guard let near = NearMiss.nearest(to: wanted.name, in: pool.lazy.map(\.0.name)) else { continue }
      let found = pool.filter { $0.0.name == near }.map { link(to: $0.1.path) }
      let isSlip = found.count == 1 && NearMiss.slip(of: wanted.name, in: pool.lazy.map(\.0.name)) == near
      if let first = found.first { return ("the nearest is '\(first)'", isSlip ? first : nil) }
    }
    return ("link to the Markdown file of the page, such as '../risks/bladder.md'", nil)
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

/// What people call a page: the last word of its path, which for `risks/index.md` is `risks`.
private struct PageName {
  let folder: Substring
  let name: String

  init(_ path: String) {
    var rest = path[...]
    if rest.hasSuffix(".md") { rest = rest.dropLast(".md".count) }
    if rest.hasSuffix("/index") { rest = rest.dropLast("/index".count) }
    let slash = rest.lastIndex(of: "/") ?? rest.startIndex
    folder = rest[..<slash]
    name = String(rest[slash...].drop { $0 == "/" })
  }
}
