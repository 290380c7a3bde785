import Diagnostics
import Markdown

/// Puts all pages together: addresses, links, navigation, citations.
///
/// In: what was read of every file. Out: the `Site`. Never complains; what is wrong is recorded for checks to report.
package struct Resolver: Sendable {
  package struct Options: Sendable {
    package var drafts = false
    package var threads = 1
    package var directiveNames: Set<String> = []
    /// Whether there is a page for the search where the settings do not say. A site without the template does without.
    package var hasSearch = true

    package init() {}
  }

  private let settings: Settings
  private let data: SiteData
  private let options: Options

  package init(settings: Settings, data: SiteData, options: Options) {
    self.settings = settings
    self.data = data
    self.options = options
  }

  /// - Parameters:
  ///   - parsed: pages sorted by path.
  ///   - paths: all input files.
  package func resolve(_ parsed: [ParsedPage], paths: [String]) async -> Site {
    let published = options.drafts ? parsed : parsed.filter { $0.frontMatter.status == .published }
    let drafts = Set(parsed.lazy.filter { $0.frontMatter.status == .draft }.map(\.path))
    let pageByPath = Dictionary(published.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { a, _ in a })
    let assets = Dictionary(
      paths.filter(Addresses.isAsset).map { ($0, String($0.dropFirst(Addresses.contentFolder.count))) },
      uniquingKeysWith: { first, _ in first })
    let referenceByID = index(data.references.map(\.id))
    let links = LinkResolver(
      pageByPath: pageByPath, drafts: options.drafts ? [] : drafts, assets: assets,
      termByID: index(data.glossary.map(\.id)),
      supportLineByID: index(data.supportLines.map(\.id)))
    let navigation = Navigation(published, pageByPath, settings)
    let rows = DirectiveRows(tables: data.tables)
    let languages = published.map { Addresses.language(ofPage: $0.path, settings) }
    let translations = Translations(published, languages, settings)

    let pages = await parallelMap(published.count, threads: options.threads) { i in
      let page = published[i]
      let pageRows = rowsOfDirectives(page.document, rows)
      let targets = links.targets(of: page)
      return Page(
        parsed: page, address: Addresses.address(ofPage: page.path), language: languages[i],
        parent: navigation.parent[i],
        children: navigation.children[i], previous: navigation.previous[i], next: navigation.next[i],
        translations: translations.of(i), targets: targets, rows: pageRows,
        citations: citations(of: page.document, pageRows, referenceByID), terms: terms(targets))
    }
    let tags = Tags.collect(pages, settings)
    let generated = generatedPages(tags)
    let aliases = pages.indices.flatMap { i in
      pages[i].frontMatter.aliases.map { alias in
        Site.Alias(address: Site.address(written: alias.text), page: i, location: alias.location)
      }
    }
    return Site(
      settings: settings, data: data, pages: pages, pageByPath: pageByPath, assets: assets, tags: tags,
      aliases: aliases,
      generated: generated, navigation: mainNavigation(pageByPath, navigation),
      collisions: Collisions.find(pages, assets, aliases, generated, tags), directiveNames: options.directiveNames,
      referenceByID: referenceByID, termByID: links.termByID, supportLineByID: links.supportLineByID)
  }

  private func index(_ ids: [String]) -> [String: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func rowsOfDirectives(_ document: Document, _ rows: DirectiveRows) -> [Int: [DataNode]] {
    var found: [Int: [DataNode]] = [:]
    if document.directives.isEmpty { return found }
    for (i, directive) in document.directives.enumerated() { found[i] = rows.rows(for: directive) }
    return found
  }

  /// Numbers the references of a page in the order of its text; a directive's data counts where the directive stands.
  private func citations(
    of document: Document, _ rows: [Int: [DataNode]], _ referenceByID: [String: Int]
  ) -> CitationList {
    var list = CitationList(citations: document.citations.count)
    guard !document.citations.isEmpty || !rows.isEmpty else { return list }
    for node in document.nodes {
      let i = Int(node.payload.start)
      switch node.kind {
      case .citation:
        let keys = document.citations[i].items.map { LocatedText($0.key, at: $0.location) }
        list.cite(citation: i, keys, referenceByID)
      case .directive:
        if let rows = rows[i] { list.cite(directive: i, rows: rows.map(DirectiveRows.references), referenceByID) }
      default: break
      }
    }
    return list
  }

  private func terms(_ targets: [LinkTarget]) -> [Int] {
    var seen: [Int] = []
    for case .term(let term) in targets where !seen.contains(term) { seen.append(term) }
    return seen
  }

  private func generatedPages(_ tags: [Site.Tag]) -> [GeneratedPage] {
    let wanted = settings.outputs.map { Set($0.map(\.text)) }
    return settings.languages.flatMap { language in
      GeneratedPage.Kind.allCases.flatMap { kind -> [GeneratedPage] in
        if let wanted, !wanted.contains(kind.rawValue) { return [] }
        if kind == .search, wanted == nil, !options.hasSearch { return [] }
        if kind == .topics, !tags.contains(where: { $0.language == language.tag }) { return [] }
        let address = Addresses.prefix(of: language.tag, settings) + Addresses.address(of: kind)
        return (0..<parts(kind)).map { k in
          GeneratedPage(
            kind: kind, language: language.tag, address: k == 0 ? address : "\(address)\(k + 1)/", part: k + 1)
        }
      }
    }
  }

  /// How many pages a generated list takes; none if there is nothing to list.
  private func parts(_ kind: GeneratedPage.Kind) -> Int {
    let size = GeneratedPage.entriesPerPart(kind)
    switch kind {
    case .references: return (data.references.count + size - 1) / size
    case .glossary: return (data.glossary.count + size - 1) / size
    default: return 1
    }
  }

  /// The pages that the settings name, else the sections below the home page.
  private func mainNavigation(_ pageByPath: [String: Int], _ navigation: Navigation) -> [Int] {
    if settings.navigation.isEmpty {
      return pageByPath["content/index.md"].map { navigation.children[$0].filter { !navigation.children[$0].isEmpty } }
        ?? []
    }
    return settings.navigation.compactMap { entry in
      pageByPath["content/\(entry.text)/index.md"] ?? pageByPath["content/\(entry.text).md"]
    }
  }
}
