import Content
import Diagnostics
import Markdown

/// An address of another site, and every place that links to it.
package struct ExternalLink: Sendable {
  package struct Place: Sendable, Hashable {
    package var location: SourceLocation
    /// Whether the location covers the address and nothing else, as it is written.
    package var isExact: Bool
    /// What the link adds to the address, with its `#`.
    package var fragment: String
  }

  package let address: WebAddress
  package let places: [Place]

  /// Every address that the pages, the glossary, the data files and the exit link lead to, sorted. Addresses of the site
  /// itself are not asked for: they may not be published yet.
  package static func all(in site: Site, _ tree: SourceTree) -> [ExternalLink] {
    var collector = Collector(tree, own: site.settings.baseURL.absolute)
    for page in site.pages { collector.add(page) }
    for term in site.data.glossary { collector.add(term) }
    for (name, rows) in site.data.tables {
      for row in rows {
        collector.add(row)
        if name == "references", let doi = row["DOI"], let text = doi.scalar { collector.add(doi: text, doi.location) }
      }
    }
    if let exit = site.settings.exitURL { collector.add(exit, at: SourceLocation(file: "sitegen.yml")) }
    return collector.found.map { address, places in
      ExternalLink(address: address, places: Set(places).sorted { $0.location < $1.location })
    }.sorted { $0.address.text.utf8.lexicographicallyPrecedes($1.address.text.utf8) }
  }
}

private struct Collector {
  var found: [WebAddress: [ExternalLink.Place]] = [:]
  private var lines: SourceLines
  private let own: String

  init(_ tree: SourceTree, own: String) {
    lines = SourceLines { path in try? tree.read(path) }
    self.own = own
  }

  mutating func add(_ written: String, at location: SourceLocation, exact: SourceLocation? = nil) {
    guard let address = WebAddress(written), !address.text.hasPrefix(own) else { return }
    found[address, default: []].append(
      .init(location: exact ?? location, isExact: exact != nil, fragment: address.fragment))
  }

  mutating func add(_ page: Page) {
    for (link, target) in zip(page.document.links, page.targets) {
      guard case .external = target else { continue }
      let written = page.document.string(link.destination)
      let node = page.document.nodes[Int(link.node)]
      let length = node.endLine == node.line ? max(0, Int(node.endColumn - node.column) + 1) : 0
      let whole = SourceLocation(file: page.path, line: Int(node.line), column: Int(node.column), length: length)
      add(written, at: whole, exact: place(of: page.document.bytes(link.destination), in: page.document, link, whole))
    }
  }

  /// Places inside a YAML text cannot be told exactly; the definition as a whole is named.
  mutating func add(_ term: GlossaryTerm) {
    for link in term.definition.links {
      let node = term.definition.nodes[Int(link.node)]
      let length = Int(node.endColumn - node.column) + 1
      add(
        term.definition.string(link.destination),
        at: SourceLocation(
          file: term.location.file, line: Int(node.line), column: Int(node.column), length: max(0, length)))
    }
  }

  /// Any value in a data file that is an address, whatever its key.
  mutating func add(_ node: DataNode) {
    switch node.value {
    case .null: break
    case .scalar(let text, _): if text.hasPrefix("http") { add(text, at: node.location, exact: place(of: text, node)) }
    case .sequence(let items): for item in items { add(item) }
    case .mapping(let entries): for entry in entries { add(entry.value) }
    }
  }

  mutating func add(doi: String, _ location: SourceLocation) {
    if doi.hasPrefix("http") { return }
    let path = doi.replacing("%", with: "%25").replacing("#", with: "%23").replacing("?", with: "%3F")
    add("https://doi.org/" + path, at: location)
  }

  // MARK: Exact places

  /// Where a page's source has the destination of a link, letter by letter: `<…>`, a bare address, or what follows the
  /// text of an inline link. A link whose definition stands elsewhere, and one with escapes, has no such place.
  private mutating func place(
    of destination: ArraySlice<UInt8>, in document: Document, _ link: Link, _ whole: SourceLocation
  ) -> SourceLocation? {
    guard !destination.isEmpty, let first = lines.line(of: whole) else { return nil }
    let start = first.dropFirst(whole.column - 1)
    func place(_ line: Int, _ column: Int) -> SourceLocation {
      SourceLocation(file: whole.file, line: line, column: column, length: destination.count)
    }
    if start.starts(with: destination) { return place(whole.line, whole.column) }
    if start.first == UInt8(ascii: "<"), start.dropFirst().starts(with: destination) {
      return place(whole.line, whole.column + 1)
    }
    // The text ends with its last node; an empty one after the bracket.
    var (line, column) = (whole.line, whole.column + 1)
    if let last = document.children(of: Int(link.node)).last {
      (line, column) = (Int(document.nodes[last].endLine), Int(document.nodes[last].endColumn) + 1)
    }
    guard let text = lines.line(of: SourceLocation(file: whole.file, line: line)), column >= 1 else { return nil }
    var rest = text.dropFirst(column - 1).drop { $0 == UInt8(ascii: "`") }
    guard rest.starts(with: "](".utf8) else { return nil }
    rest = rest.dropFirst(2).drop { $0 == UInt8(ascii: " ") }
    if rest.first == UInt8(ascii: "<") { rest = rest.dropFirst() }
    guard rest.starts(with: destination), let next = rest.dropFirst(destination.count).first,
      ") >".utf8.contains(next)
    else { return nil }
    return place(line, rest.startIndex - text.startIndex + 1)
  }

  /// Where a data file has the address, without quotes around it.
  private mutating func place(of text: String, _ node: DataNode) -> SourceLocation? {
    let wanted = Array(text.utf8)
    guard let line = lines.line(of: node.location), node.location.column >= 1 else { return nil }
    let written = line.dropFirst(node.location.column - 1).prefix(node.location.length)
    let skip = written.count == wanted.count ? 0 : 1
    guard written.count == wanted.count + 2 * skip, written.dropFirst(skip).starts(with: wanted) else { return nil }
    return SourceLocation(
      file: node.location.file, line: node.location.line, column: node.location.column + skip, length: wanted.count)
  }
}
