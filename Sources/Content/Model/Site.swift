import Diagnostics
import Markdown

/// The whole site, resolved: every address, link, citation and place in the navigation is known. Nothing changes after.
package final class Site: Sendable {
  package let settings: Settings
  package let data: SiteData
  /// Sorted by path.
  package let pages: [Page]
  /// Index into `pages` by path below the project's root.
  package let pageByPath: [String: Int]
  /// Files that are copied as they are: source path to address below the base path.
  package let assets: [String: String]
  /// Page of each tag, in the order of their labels.
  package let tags: [Tag]
  /// Former addresses, without the base path, such as `old/page/`.
  package let aliases: [Alias]
  /// Pages that sitegen makes from all others.
  package let generated: [GeneratedPage]
  /// Indices of the pages at the top of the navigation.
  package let navigation: [Int]
  /// What stands at each address that more than one thing wants.
  package let collisions: [Collision]
  /// Directives that have a template.
  package let directiveNames: Set<String>
  package let referenceByID: [String: Int]
  package let termByID: [String: Int]
  package let supportLineByID: [String: Int]

  init(
    settings: Settings,
    data: SiteData,
    pages: [Page],
    pageByPath: [String: Int],
    assets: [String: String],
    tags: [Tag],
    aliases: [Alias],
    generated: [GeneratedPage],
    navigation: [Int],
    collisions: [Collision],
    directiveNames: Set<String>,
    referenceByID: [String: Int],
    termByID: [String: Int],
    supportLineByID: [String: Int]
  ) {
    self.settings = settings
    self.data = data
    self.pages = pages
    self.pageByPath = pageByPath
    self.assets = assets
    self.tags = tags
    self.aliases = aliases
    self.generated = generated
    self.navigation = navigation
    self.collisions = collisions
    self.directiveNames = directiveNames
    self.referenceByID = referenceByID
    self.termByID = termByID
    self.supportLineByID = supportLineByID
  }

  package func page(at path: String) -> Page? { pageByPath[path].map { pages[$0] } }

  /// The file that a host opens for an address, both below the base path.
  package static func file(at address: String) -> String {
    address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
  }

  /// The address that somebody means who writes `/old/page`, `old/page/` or `/old/page.html`.
  package static func address(written text: String) -> String {
    let address = text.drop { $0 == "/" }
    return address.isEmpty || address.hasSuffix("/") || address.hasSuffix(".html") ? String(address) : address + "/"
  }

  package struct Alias: Sendable {
    package let address: String
    package let page: Int
    package let location: SourceLocation
  }

  package struct Tag: Sendable {
    package let id: String
    package let label: String
    package let language: String
    /// Address without the base path.
    package let address: String
    /// Indices of its pages, by title.
    package let pages: [Int]
  }

  /// Two things at one address. Addresses that differ in case only count as one: some hosts and disks do not tell them
  /// apart.
  package struct Collision: Sendable {
    package let address: String
    package let first: SourceLocation
    package let second: SourceLocation
    package let isAlias: Bool
  }
}

/// A page that sitegen makes, such as the glossary.
package struct GeneratedPage: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case glossary, references, topics, index, search
    case notFound = "not-found"
  }

  /// A long list is cut into pages of this many entries, so that each stays within 14 kB: what a phone gets in one
  /// round trip.
  package static func entriesPerPart(_ kind: Kind) -> Int {
    switch kind {
    case .references: 40
    case .glossary: 30
    default: Int.max
    }
  }

  package let kind: Kind
  package let language: String
  /// Address without the base path; parts after the first have their number at its end.
  package let address: String
  /// Which part of its list the page holds, from 1.
  package let part: Int
}

/// One page in its place among the others.
package final class Page: Sendable {
  package let parsed: ParsedPage
  /// Address without the base path: empty for the home page, else such as `risks/bladder/`.
  package let address: String
  package let language: String
  /// The page of the section it belongs to; nil for a language's home page.
  package let parent: Int?
  /// Pages of the section that this page opens, in order.
  package let children: [Int]
  package let previous: Int?
  package let next: Int?
  /// The same page in other languages.
  package let translations: [Int]
  /// For each of the document's links, where it leads.
  package let targets: [LinkTarget]
  /// For each of the document's directives, the rows of data it draws.
  package let rows: [Int: [DataNode]]
  /// References in the order in which they are first cited, as indices into `SiteData.references`.
  package let citations: CitationList
  /// Glossary terms used, in order of first use.
  package let terms: [Int]

  /// Whether this is the first page of the site or of a language.
  package var isHome: Bool { parent == nil && path.hasSuffix("/index.md") }

  init(
    parsed: ParsedPage,
    address: String,
    language: String,
    parent: Int?,
    children: [Int],
    previous: Int?,
    next: Int?,
    translations: [Int],
    targets: [LinkTarget],
    rows: [Int: [DataNode]],
    citations: CitationList,
    terms: [Int]
  ) {
    self.parsed = parsed
    self.address = address
    self.language = language
    self.parent = parent
    self.children = children
    self.previous = previous
    self.next = next
    self.translations = translations
    self.targets = targets
    self.rows = rows
    self.citations = citations
    self.terms = terms
  }

  package var path: String { parsed.path }
  package var frontMatter: FrontMatter { parsed.frontMatter }
  package var document: Document { parsed.document }
  package var title: String { parsed.frontMatter.title.text }
  package var description: LocatedText? { parsed.frontMatter.description }
  package var review: Review? { parsed.frontMatter.review }
}

/// Where a link leads. Resolving records it; checks complain.
package enum LinkTarget: Sendable {
  /// A page, with an anchor if the link names one.
  case page(Int, anchor: String?)
  /// A heading of the same page.
  case anchor(String)
  /// A file that is copied, by its source path.
  case asset(String)
  /// Another site, a mail address or a telephone number.
  case external
  case term(Int)
  case supportLine(Int)
  /// A page that is not published, by its source path.
  case draft(String)
  /// Nothing there. `path` is what was looked for below the project's root.
  case missing(path: String)
  case unknownTerm(String)
  case unknownSupportLine(String)
  /// An address that runs code.
  case dangerous
}
