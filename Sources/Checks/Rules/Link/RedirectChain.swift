import Content
import Diagnostics
import Markdown

extension Check {
  /// A link by full address to a page of this site that has moved.
  static let redirectChain = Check(
    "link/redirect-chain", .warning,
    .init(
      finds:
        "A link to a former address of one of the site's own pages, or to one without the `/` at its end: "
        + "readers get there only by a redirect.",
      why: "Each redirect costs a slow phone a second or more, and fails in a copy of the site that is read offline.",
      bad: [
        "content/page.md": "See [the signs](https://example.org/old/signs/).\n",
        "content/signs.md": "---\ntitle: Signs\naliases: [/old/signs/]\n---\nText.\n",
      ],
      good: [
        "content/page.md": "See [the signs](signs.md).\n",
        "content/signs.md": "---\ntitle: Signs\naliases: [/old/signs/]\n---\nText.\n",
      ]),
    scope: .site { input in
      let site = input.site
      let home = Array(site.settings.baseURL.absolute.utf8)
      var pageByAddress: [Substring: Int]?
      var found: [Finding] = []
      for page in site.pages {
        for (link, target) in zip(page.document.links, page.targets) {
          guard case .external = target, page.document.bytes(link.destination).starts(with: home) else { continue }
          let known = pageByAddress ?? redirects(site)
          pageByAddress = known
          let rest = page.document.string(link.destination).dropFirst(site.settings.baseURL.absolute.count)
          let address = rest.prefix { $0 != "#" && $0 != "?" }
          guard let i = known[address] else { continue }
          let anchor = rest.drop { $0 != "#" }
          let file = relativePath(to: site.pages[i].path, from: page.path)
          let place = page.location(ofDestination: link, input)
          // An address that stands for itself has to become words first.
          let isWritten = place != page.location(ofTextIn: Int(link.node)) && !rest.contains("?")
          let isPlain = file.utf8.allSatisfy { $0 > 32 && !"()<>".utf8.contains($0) }
          found.append(
            Finding(
              at: place ?? page.location(of: Int(link.node)),
              "'/\(address)' is only a redirect to \(site.pages[i].path)", help: "link to the file: '\(file)'",
              edits: isWritten && isPlain ? place.map { [Edit($0, file + anchor)] } ?? [] : []))
        }
      }
      return found
    })

  /// The page that each address leads to which is no page itself.
  private static func redirects(_ site: Site) -> [Substring: Int] {
    var found: [Substring: Int] = [:]
    for (i, page) in site.pages.enumerated() where !page.address.isEmpty { found[page.address.dropLast()] = i }
    for alias in site.aliases {
      found[alias.address[...]] = alias.page
      if alias.address.hasSuffix("/") { found[alias.address.dropLast()] = alias.page }
    }
    for page in site.pages { found[page.address[...]] = nil }
    return found
  }
}
