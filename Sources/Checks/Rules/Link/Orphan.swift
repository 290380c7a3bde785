import Content
import Diagnostics
import Markdown

extension Check {
  /// A page that nobody comes across.
  static let orphanPage = Check(
    "link/orphan", .warning,
    .init(
      finds:
        "A page that cannot be reached from the home page: by links in texts, the navigation, the list of its "
        + "section, its topics, or a link in a template.",
      why: "Readers find it only if they know that it exists. What is worth writing is worth a way to it.",
      bad: ["content/page.md": "Ketamine and driving do not go together.\n"],
      good: [
        "content/index.md": "---\ntitle: Home\n---\nRead about [driving](page.md).\n",
        "content/page.md": "Ketamine and driving do not go together.\n",
      ]),
    scope: .site { input in
      let reached = ReachedPages(input)
      return input.site.pages.indices.lazy.filter { !reached.contains($0) }.compactMap { i in
        // Why a page cannot be read is reported there.
        if input.site.pages[i].parsed.isUnread { return nil }
        let page = input.site.pages[i]
        let section = page.parent.map { input.site.pages[$0].path } ?? "the page of its section"
        return Finding(
          at: page.frontMatter.title.location, "no page, list or menu leads to this page",
          help: "link to it where its readers are, such as in \(section)")
      }
    })
}

/// The pages that somebody who starts at a home page can come to.
///
/// The index of all pages does not count: what stands nowhere else is found by nobody who does not search for it.
private struct ReachedPages {
  private var isReached: [Bool]
  private var waiting: [Int] = []

  func contains(_ page: Int) -> Bool { isReached[page] }

  init(_ input: CheckInput) {
    let site = input.site
    isReached = Array(repeating: false, count: site.pages.count)
    for (i, page) in site.pages.enumerated() where page.isHome { reach(i) }
    for i in site.navigation { reach(i) }
    if let help = site.settings.helpPage, let i = site.pageByPath["content/" + help.text] { reach(i) }
    if site.generated.contains(where: { $0.kind == .topics }) {
      for i in site.tags.lazy.flatMap(\.pages) { reach(i) }
    }
    let homeLists = Self.homeListsItsPages(input)
    walk(site, homeLists)
    if isReached.allSatisfy(\.self) { return }
    let templates = input.tree.paths(under: "templates/").lazy.filter { $0.hasSuffix(".html") }
      .compactMap { try? input.tree.read($0) }
    let texts = Array(templates)
    for (i, page) in site.pages.enumerated() where !isReached[i] {
      let written = Array("}}\(page.address)".utf8)
      if texts.contains(where: { names(written, in: $0) }) { reach(i) }
    }
    walk(site, homeLists)
  }

  private mutating func reach(_ page: Int) {
    if isReached[page] { return }
    isReached[page] = true
    waiting.append(page)
  }

  private mutating func walk(_ site: Site, _ homeLists: Bool) {
    while let i = waiting.popLast() {
      let page = site.pages[i]
      if !page.isHome || homeLists { for child in page.children { reach(child) } }
      for other in page.translations { reach(other) }
      for case .page(let other, anchor: _) in page.targets { reach(other) }
    }
  }

  /// Sections list their pages; a home page does if its layout asks for them.
  private static func homeListsItsPages(_ input: CheckInput) -> Bool {
    guard let layout = try? input.tree.read("templates/layouts/home.html") else { return false }
    return layout.contains(Array("children".utf8))
  }

  /// Whether a template has this address and no longer one, as in `{{site.base}}about/"`.
  private func names(_ address: [UInt8], in template: [UInt8]) -> Bool {
    template.contains(address + [UInt8(ascii: "\"")]) || template.contains(address + [UInt8(ascii: "#")])
  }
}
