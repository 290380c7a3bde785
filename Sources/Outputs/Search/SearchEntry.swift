import Content
import Markdown

/// Something that a search can find: a page, or a term of the glossary.
struct SearchEntry {
  /// How much a word counts, by where it stands.
  enum Weight {
    static let title = 10
    /// A title or search term that is this word alone.
    static let alone = 20
    static let term = 8
    static let heading = 4
    static let description = 4
    static let tag = 2
    static let glossary = 2
    static let glossaryTitle = 6
  }

  let title: String
  /// Below the base path, with an anchor if it has one.
  let address: String
  let section: String
  let description: String
  /// What it is found by before all others, as phrases.
  let phrases: [String]
  /// Texts with the weight of their words.
  let fields: [(text: String, weight: Int)]
  /// The page whose running text counts as well.
  let page: Page?

  /// Everything in one language: pages in their order, the lists that sitegen makes, then the terms of the glossary.
  static func all(_ rendering: Rendering, _ language: String, _ data: SearchData?) -> [SearchEntry] {
    let site = rendering.site
    let terms = Dictionary(
      (data?.terms ?? []).compactMap { answer in
        site.page(at: "content/" + answer.page.text).map { ($0.path, answer.phrases) }
      },
      uniquingKeysWith: +)
    let labels = Dictionary(
      site.tags.lazy.filter { $0.language == language }.map { ($0.id, $0.label) }, uniquingKeysWith: { a, _ in a })
    let pages = site.pages.lazy.filter { $0.language == language }.map { page in
      entry(page, further: terms[page.path] ?? [], labels, rendering)
    }
    let lists = site.generated.filter { list in
      list.language == language && list.part == 1 && ![.notFound, .search].contains(list.kind)
    }
    let found = pages + lists.map { entry($0, rendering) }
    guard lists.contains(where: { $0.kind == .glossary }) else { return found }
    let title = rendering.words(language)[StringKey.title(of: .glossary)] ?? GeneratedPage.Kind.glossary.rawValue
    return found + rendering.glossaryOrder.compactMap { entry(ofTerm: $0, in: title, language, rendering) }
  }

  private static func entry(
    _ page: Page, further: [String], _ labels: [String: String], _ rendering: Rendering
  ) -> SearchEntry {
    let site = rendering.site
    let own = page.frontMatter.searchTerms.map(\.text) + further
    var fields: [(String, Int)] = [(page.title, Weight.title)]
    fields += own.map { ($0, Weight.term) }
    let description = page.frontMatter.description?.text ?? ""
    fields.append((description, Weight.description))
    fields += page.document.headings.map { (page.document.plainText(of: Int($0)), Weight.heading) }
    fields += page.frontMatter.tags.map { (labels[$0.text] ?? $0.text, Weight.tag) }
    for term in page.terms {
      fields += site.data.glossary[term].alsoKnownAs.map { ($0, Weight.glossary) }
    }
    return SearchEntry(
      title: page.title, address: page.address, section: section(of: page, site),
      description: description, phrases: [page.title] + own, fields: fields, page: page)
  }

  /// The title of the section that a page is shown under; empty right below the home page.
  static func section(of page: Page, _ site: Site) -> String {
    guard let section = page.parent.map({ site.pages[$0] }), !section.isHome else { return "" }
    return section.title
  }

  private static func entry(_ list: GeneratedPage, _ rendering: Rendering) -> SearchEntry {
    let words = rendering.words(list.language)
    let title = words[StringKey.title(of: list.kind)] ?? list.kind.rawValue
    let description = words[StringKey.description(of: list.kind)] ?? ""
    return SearchEntry(
      title: title, address: list.address, section: "", description: description, phrases: [title],
      fields: [(title, Weight.title), (description, Weight.glossary)], page: nil)
  }

  private static func entry(
    ofTerm i: Int, in section: String, _ language: String, _ rendering: Rendering
  ) -> SearchEntry? {
    let term = rendering.site.data.glossary[i]
    guard let url = rendering.url(ofTerm: i, language), !term.definition.nodes.isEmpty else { return nil }
    let definition = term.definition.plainText(of: 0)
    return SearchEntry(
      title: term.term, address: String(url.dropFirst(rendering.site.settings.baseURL.path.count)), section: section,
      description: definition, phrases: [],
      fields: [(term.term, Weight.glossaryTitle), (definition, Weight.glossary)]
        + term.alsoKnownAs.map { ($0, Weight.glossary) }, page: nil)
  }
}
