import Content
import Diagnostics
import Markdown
import Mustache

/// Everything that checks may look at.
package final class CheckInput: Sendable {
  package let site: Site
  /// The day that counts as today; nil keeps quiet about dates. What findings say depends on it, never what is built.
  package let today: CalendarDay?
  package let templates: TemplateSet
  /// The sources, for places within a line that the tree does not keep, and for sizes of files.
  package let tree: SourceTree
  /// Addresses that the site has had, from `urls.lock`, without the base path.
  package let published: [LocatedText]
  /// The word lists of each language, by its tag.
  package let words: [String: WordLists]
  /// Telephone numbers of the register of support lines.
  let phoneRegister: PhoneRegister
  /// Digits of the telephone numbers and short codes in the register of support lines.
  let phoneNumbers: Set<String>
  /// What is wrong with the word lists themselves.
  let wordListFindings: [Finding]

  package init(
    site: Site, today: CalendarDay?, templates: TemplateSet, tree: SourceTree, published: [LocatedText] = []
  ) {
    self.site = site
    self.today = today
    self.templates = templates
    self.tree = tree
    self.published = published
    var findings: [Finding] = []
    words = Dictionary(
      uniqueKeysWithValues: site.settings.languages.map { language in
        (language.tag, WordLists(language: language.tag, tables: site.data.tables, &findings))
      })
    wordListFindings = findings
    phoneRegister = PhoneRegister(site.data.supportLines)
    phoneNumbers = Self.phoneNumbers(in: site.data.supportLines)
  }

  private static func phoneNumbers(in lines: [SupportLine]) -> Set<String> {
    var found = Set<String>()
    for number in lines.lazy.flatMap({ [$0.phone, $0.text, $0.display] }) {
      guard let number else { continue }
      found.insert(number.filter(\.isNumber))
      let parts = number.split(whereSeparator: { !$0.isNumber })
      // A short code within words; not the short groups of a long number.
      for part in parts where part.utf8.count > 3 { found.insert(String(part)) }
    }
    return found
  }

  /// The bytes of a line of an input file, without its line end; nil if it is not there.
  func line(_ number: Int, of file: String) -> ArraySlice<UInt8>? {
    var lines = SourceLines { try? self.tree.read($0) }
    return lines.line(of: SourceLocation(file: file, line: number))
  }
}

/// One page, and its running text.
package struct PageView: Sendable {
  package let page: Page
  package let input: CheckInput
  package let prose: Prose

  package init(_ page: Page, _ input: CheckInput) {
    self.page = page
    self.input = input
    prose = Prose(page, input)
  }

  package var site: Site { input.site }
  package var document: Document { prose.document }

  /// The place of node `i`, with the part of its first line that it covers.
  package func location(of i: Int) -> SourceLocation { page.location(of: i) }

  /// Calls `body` for each link and image with its target.
  @inline(__always)
  func eachLink(_ body: (Link, LinkTarget) -> Void) {
    for (link, target) in zip(document.links, page.targets) { body(link, target) }
  }
}

/// One file of the built site.
package struct BuiltFile: Sendable {
  /// Below the output folder, such as `risks/bladder/index.html`.
  package let path: String
  package let bytes: [UInt8]
  /// The tags of a page, read once for all rules; nil for files of other kinds.
  let html: HTMLScan?
  /// The page's own Content-Security-Policy.
  let policy: PagePolicy?

  /// - Parameter common: what the pages of the site have in common.
  package init(path: String, bytes: [UInt8], common: CommonParts = CommonParts([])) {
    self.path = path
    self.bytes = bytes
    html = path.hasSuffix(".html") ? HTMLScan(bytes, fragments: common.fragments) : nil
    policy = html.flatMap { PagePolicy($0, common) }
  }
}

extension Page {
  /// The place of node `i`, with the part of its first line that it covers.
  func location(of i: Int) -> SourceLocation {
    let node = document.nodes[i]
    let length = node.endLine == node.line ? Int(node.endColumn - node.column) + 1 : 0
    return SourceLocation(file: path, line: Int(node.line), column: Int(node.column), length: max(0, length))
  }

  /// The place of a link or an image.
  func location(of link: Link) -> SourceLocation { location(of: Int(link.node)) }
}
