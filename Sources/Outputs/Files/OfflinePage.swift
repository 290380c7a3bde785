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
  private static func path(_ address: String) -> [UInt8] { Array((urlPath(address) + "index.html").utf8) }

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
    let style = self.style()
    let policy =
      "default-src 'none'; img-src data:; style-src 'sha256-\(hash(style))'; base-uri 'none'; form-action 'none'"
    var context = rendering.shared[language.tag] ?? Object()
    context["offline"] = [
      "content": .html(content), "contents": order.contents(url: fragment),
      "style": .html(Array("<style>".utf8) + style + Array("</style>".utf8)), "csp": .text(policy),
      "help": order.help.map { ["title": .text($0.title), "url": .text(fragment($0.address))] } ?? .absent,
    ]
    context["page"] = .object(
      GeneratedPages.pageValues(
        title: rendering.site.settings.title, description: nil,
        address: Self.path(language.tag, rendering), language: language.tag, rendering))
    return rendering.templates.render(
      Self.layout, with: .object(context), page: Self.path(language.tag, rendering), into: &out)
  }

  private func fragment(_ address: String) -> String {
    "#" + String(decoding: ids[Self.path(address)] ?? [], as: UTF8.self)
  }

  /// All style sheets, in the order of their names.
  private func style() -> [UInt8] {
    let sheets = rendering.assetAddresses.filter { $0.key.hasSuffix(".css") }.sorted { $0.key < $1.key }.map(\.value)
    var css: [UInt8] = []
    for file in rendering.assetFiles where sheets.contains(file.path) {
      if case .made(let write) = file.content { _ = write(&css) }
    }
    return css
  }

  /// For the policy (CSP Level 3, section 2.3.1, hash sources).
  private func hash(_ text: [UInt8]) -> String {
    String(decoding: Base64.encode(SHA256.digest(text)), as: UTF8.self)
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
