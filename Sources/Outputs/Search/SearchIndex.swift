import Content
import Hashing
import Markdown

/// What `templates/assets/search.js` finds pages with, in one language.
///
/// The base says which file holds what. The words, in the order of their UTF-16 units, are cut into files of about
/// `wordsSize` bytes, so that a query needs the base, the file in which its word stands, and the titles of what is found.
/// Each file is a script that calls one function, since scripts also load from a disk; docs/templates.md has the form.
struct SearchIndex: Sendable {
  /// Bytes of a file of words before it is compressed.
  static let wordsSize = 12_000
  /// Titles with their descriptions in one file.
  static let entriesSize = 128
  /// A word that is on more pages leads to those that have most of it.
  static let pagesOfWord = 200
  /// Words that a slip is compared with.
  static let spellingsCount = 6_000

  let files: [OutputTree.File]
  /// Address of the base below the base path.
  let address: String

  private let words: Words
  private let entries: [Found]
  private let pins: [(page: Found, phrases: [String])]

  init(_ rendering: Rendering, _ language: String) {
    let data = rendering.site.data.search.first { $0.language.text == language }
    let entries = SearchEntry.all(rendering, language, data)
    words = Words(entries, data, language)
    self.entries = entries.map { Found($0.title, $0.address, $0.section, $0.description) }
    pins = Self.pins(data, rendering)
    let parts = Self.parts(words, self.entries, pins) { $0 }
    files = parts.all.map(\.file)
    address = Parts.folder + parts.base
  }

  /// All parts in one object by their names, for a document that holds them and the pages.
  ///
  /// - Parameter place: where the document has what is at an address.
  /// - Returns: the object as JSON, and the name of the base in it.
  func inline(_ place: (String) -> String) -> (json: [UInt8], base: String) {
    let parts = Self.parts(words, entries, pins, place)
    var json: [UInt8] = []
    for part in parts.all {
      json += (json.isEmpty ? "{" : ",").utf8
      SearchJSON.text(part.name).write(to: &json)
      json += ":".utf8
      json += part.json
    }
    return (json + Array("}".utf8), parts.base)
  }

  /// What is shown of something that was found.
  private struct Found {
    let title, address, section, description: String

    init(_ title: String, _ address: String, _ section: String, _ description: String) {
      (self.title, self.address, self.section, self.description) = (title, address, section, description)
    }

    func fields(_ place: (String) -> String) -> [SearchJSON] {
      [title, place(address), section, description].map { .text($0) }
    }
  }

  private static func pins(_ data: SearchData?, _ rendering: Rendering) -> [(page: Found, phrases: [String])] {
    let words = SearchWords(data)
    return (data?.pinned ?? []).compactMap { pin in
      guard let page = rendering.site.page(at: "content/" + pin.page.text) else { return nil }
      let shown = Found(
        page.title, page.address, SearchEntry.section(of: page, rendering.site),
        page.frontMatter.description?.text ?? "")
      return (shown, pin.phrases.map { words.meanings($0).joined(separator: " ") })
    }
  }

  private static func parts(
    _ words: Words, _ entries: [Found], _ pins: [(page: Found, phrases: [String])], _ place: (String) -> String
  ) -> (all: [Part], base: String) {
    var parts = words.parts
    let titles = stride(from: 0, to: entries.count, by: entriesSize).map { start in
      parts.add(
        "titles", .list(entries[start..<min(start + entriesSize, entries.count)].map { .list($0.fields(place)) }))
    }
    let base = parts.add(
      "base",
      .object([
        ("count", .number(entries.count)), ("size", .number(entriesSize)),
        ("titles", .list(titles.map { .text($0) })),
        ("words", words.files), ("spellings", .text(words.spellings)), ("language", words.language),
        ("pins", .list(pins.map { .list($0.page.fields(place) + [.list($0.phrases.map { .text($0) })]) })),
      ]))
    return (parts.all, base)
  }
}

/// The part of an index that does not depend on where pages are: which word is on which of them.
private struct Words {
  private(set) var parts: Parts
  /// The file of each range of words, with the first of them.
  let files: SearchJSON
  let spellings: String
  let language: SearchJSON

  init(_ entries: [SearchEntry], _ data: SearchData?, _ tag: String) {
    let words = SearchWords(data)
    var postings = SearchPostings(words)
    for (i, entry) in entries.enumerated() { postings.add(entry, as: i) }
    var parts = Parts(language: tag)
    var files: [SearchJSON] = []
    var part: [(String, SearchJSON)] = []
    var size = 0
    func finish() {
      guard let first = part.first else { return }
      files.append(.list([.text(first.0), .text(parts.add("words", .object(part)))]))
      part = []
      size = 0
    }
    for word in postings.sorted {
      let places = postings.places(of: word)
      part.append((word, places))
      size += word.utf8.count + 4 + places.count * 5
      if size > SearchIndex.wordsSize { finish() }
    }
    finish()
    let common = postings.spellings(SearchIndex.spellingsCount).joined(separator: " ")
    spellings = parts.add("spellings", .text(common))
    self.files = .list(files)
    self.parts = parts
    language = SearchJSON(data, words)
  }
}

private struct Part {
  let name: String
  let json: [UInt8]

  var file: OutputTree.File {
    OutputTree.File(Parts.folder + name, bytes: Array("searchPart(\"\(name)\",".utf8) + json + Array(")\n".utf8))
  }
}

/// Parts with a piece of their hash in their names, beside each other, so that each is found wherever the base is.
private struct Parts {
  static let folder = "assets/search/"

  let language: String
  private(set) var all: [Part] = []
  private var names = Set<String>()

  init(language: String) { self.language = language }

  /// - Returns: the name of the part's file.
  mutating func add(_ kind: String, _ json: SearchJSON) -> String {
    var text: [UInt8] = []
    json.write(to: &text)
    let name = "\(kind)-\(language).\(SHA256.hex(text).prefix(10)).js"
    if names.insert(name).inserted { all.append(Part(name: name, json: text)) }
    return name
  }
}

extension SearchJSON {
  /// What the script needs in order to make words of what is typed, as `SearchWords` does.
  fileprivate init(_ data: SearchData?, _ words: SearchWords) {
    self = .object([
      ("endings", .list((data?.endings ?? []).map { .text($0) })),
      ("spellings", .list((data?.spellings ?? []).map { .list([.text($0.from), .text($0.to)]) })),
      ("ignored", .list(words.ignored.sorted().map { .text($0) })),
      ("same", .object(words.same.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })),
    ])
  }
}
