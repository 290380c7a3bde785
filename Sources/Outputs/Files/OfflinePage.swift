import Content
import Diagnostics
import Hashing
import Mustache

extension Output {
  /// All pages of a language in one HTML file that needs nothing else, for phones and for sending on.
  static let offlinePage = Output(name: OfflinePage.name) { rendering in
    guard OfflineCopies.isMade(OfflinePage.name, rendering) else { return [] }
    let files = SiteFiles(rendering)
    return rendering.site.settings.languages.map { language in
      let page = OfflinePage(rendering, language, files)
      return OutputTree.File(
        OfflinePage.path(language.tag, rendering), .gathered(Gathering(part: page.part, whole: page.whole)))
    }
  }
}

struct OfflinePage: Sendable {
  static let name = "offline-page"
  static let layout = "layouts/offline"

  /// Says nothing of what is in it, as `OfflineFolder.path`.
  static func path(_ language: String, _ rendering: Rendering) -> String {
    let isFirst = language == rendering.site.settings.defaultLanguage.tag
    return isFirst ? "offline/pages.html" : "offline/pages.\(language).html"
  }

  private let rendering: Rendering
  private let language: Settings.Language
  private let files: SiteFiles
  private let order: ReadingOrder
  /// The id of each page in the document, by its path as it stands in addresses. Short, since every anchor of the page
  /// begins with it, and there are thousands.
  private let ids: [[UInt8]: [UInt8]]

  init(_ rendering: Rendering, _ language: Settings.Language, _ files: SiteFiles) {
    self.rendering = rendering
    self.language = language
    self.files = files
    order = ReadingOrder(rendering, language.tag)
    ids = Dictionary(
      order.addresses.enumerated().map { (Self.path($1), Array("p\($0 + 1)".utf8)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Path of the file at an address, as it stands in addresses.
  private static func path(_ address: String) -> [UInt8] { Array(urlPath(Site.file(at: address)).utf8) }

  @Sendable func part(_ path: String, _ bytes: [UInt8]) -> [UInt8]? {
    let path = Array(urlPath(path).utf8)
    return ids[path].map { Chapter(files: files, ids: ids).make(bytes, id: $0) }
  }

  @Sendable func whole(_ parts: [(path: String, part: [UInt8])], _ out: inout [UInt8]) -> [Diagnostic] {
    let chapters = Dictionary(
      parts.map { (Array(urlPath($0.path).utf8), $0.part) }, uniquingKeysWith: { first, _ in first })
    var content: [UInt8] = []
    content.reserveCapacity(parts.reduce(0) { $0 + $1.part.count })
    for address in order.addresses { content += chapters[Self.path(address)] ?? [] }
    let style = styles()
    let search = OfflineSearch(rendering, language.tag, place)
    var policy = "default-src 'none'; img-src data:; style-src \(SHA256.policySource(style)); "
    if let search { policy += "script-src \(SHA256.policySource(search.script)); " }
    policy += "base-uri 'none'; form-action 'none'"
    var context = rendering.shared[language.tag] ?? Object()
    context["site"] = site(search, context["site"])
    context["offline"] = [
      "content": .html(content), "contents": order.contents(url: place),
      "style": .html(Array("<style>".utf8) + style + Array("</style>".utf8)), "csp": .text(policy),
      "scripts": .html(search?.html ?? []),
    ]
    context["page"] = .object(
      GeneratedPages.pageValues(
        title: rendering.site.settings.title, description: nil,
        address: Self.path(language.tag, rendering), language: language.tag, rendering))
    return rendering.templates.render(
      Self.layout, with: .object(context), page: Self.path(language.tag, rendering), into: &out)
  }

  /// What templates know of the site, with its links within the document.
  private func site(_ search: OfflineSearch?, _ values: Value?) -> Value {
    guard case .object(var site) = values else { return .absent }
    site["help"] = order.help.map { ["title": .text($0.title), "url": .text(place($0.address))] } ?? .absent
    let index = rendering.site.generated.first { $0.kind == .index && $0.language == language.tag }
    site["index"] = index.map { ["url": .text(place($0.address))] } ?? .absent
    site["search"] = search.map { ["url": "#search", "index": .text($0.base), "root": ""] } ?? .absent
    return .object(site)
  }

  /// Where the document has what is at an address below the base path; its address in full if it has not.
  private func place(_ address: String) -> String {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let url = Array((rendering.url(String(parts[0])) + parts.dropFirst().map { "#" + $0 }.joined()).utf8)
    let place = Chapter(files: files, ids: ids).address(url[...], []) ?? files.online(url[...])
    return String(decoding: place, as: UTF8.self)
  }

  /// All style sheets: the one that pages hold, then the others in the order of their names.
  private func styles() -> [UInt8] {
    rendering.criticalStyle
      + rendering.assetAddresses.keys.filter { $0.hasSuffix(".css") }.sorted().flatMap {
        rendering.bytes(ofAsset: $0) ?? []
      }
  }
}

/// The search of a document that holds all pages: the index and the site's own script stand in it.
private struct OfflineSearch {
  static let asset = "search.js"

  let script: [UInt8]
  /// Name of the base in the index.
  let base: String
  let html: [UInt8]

  /// Nil if the language has no search, or the templates no script for it.
  ///
  /// - Parameter place: where the document has what is at an address.
  init?(_ rendering: Rendering, _ language: String, _ place: (String) -> String) {
    guard let index = rendering.search[language], let script = rendering.bytes(ofAsset: Self.asset) else { return nil }
    self.script = script
    let (json, base) = index.inline(place)
    self.base = base
    html =
      Array("<script type=\"application/json\" id=\"search-index\">".utf8) + json
      + Array("</script>\n<script>".utf8) + script + Array("</script>\n".utf8)
  }
}

/// The pages of a language in the order in which a document of all of them has them: the page for emergencies, then every
/// section as the navigation has it, then the lists.
struct ReadingOrder: Sendable {
  struct Entry: Sendable {
    let title: String
    let address: String
    let depth: Int
  }

  private(set) var entries: [Entry] = []
  let help: Entry?

  var addresses: [String] { entries.map(\.address) }

  init(_ rendering: Rendering, _ language: String) {
    let site = rendering.site
    let helpPage = site.settings.helpPage.flatMap { site.pageByPath["content/" + $0.text] }
    help = helpPage.map { Entry(title: site.pages[$0].title, address: site.pages[$0].address, depth: 0) }
    var seen = Set<Int>()
    func add(_ i: Int, _ depth: Int) {
      let page = site.pages[i]
      guard page.language == language, seen.insert(i).inserted else { return }
      entries.append(Entry(title: page.title, address: page.address, depth: depth))
      for child in page.children { add(child, depth + (page.parent == nil ? 0 : 1)) }
    }
    if let helpPage, site.pages[helpPage].language == language, let help {
      seen.insert(helpPage)
      entries.append(help)
    }
    if let home = site.pages.firstIndex(where: { $0.isHome && $0.language == language }) {
      seen.insert(home)
      entries.append(Entry(title: site.pages[home].title, address: site.pages[home].address, depth: 0))
    }
    for i in site.navigation { add(i, 0) }
    for (i, page) in site.pages.enumerated() where page.parent.map({ site.pages[$0].parent == nil }) ?? true {
      add(i, 0)
    }
    for i in site.pages.indices { add(i, 0) }
    for kind in [GeneratedPage.Kind.index, .glossary, .references] {
      for page in site.generated where page.kind == kind && page.language == language {
        let title = rendering.words(language)[StringKey.title(of: kind)] ?? kind.rawValue
        entries.append(Entry(title: page.part == 1 ? title : "\(title) \(page.part)", address: page.address, depth: 0))
      }
    }
  }

  /// `title`, `url` and `items`, the same one level down; what is deeper stands on the second level too.
  func contents(url: (String) -> String) -> Value {
    var top: [(entry: Entry, items: [Value])] = []
    for entry in entries {
      if entry.depth == 0 || top.isEmpty {
        top.append((entry, []))
      } else {
        top[top.count - 1].items.append([
          "title": .text(entry.title), "url": .text(url(entry.address)), "items": .absent, "hasItems": false,
        ])
      }
    }
    return .list(
      top.map {
        [
          "title": .text($0.entry.title), "url": .text(url($0.entry.address)), "items": .nonEmpty($0.items),
          "hasItems": .flag(!$0.items.isEmpty),
        ]
      })
  }
}
