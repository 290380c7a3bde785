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
  static let spellingsCount = 4_000

  let files: [OutputTree.File]
  /// Address of the base below the base path.
  let address: String

  init(_ rendering: Rendering, _ language: String) {
    let data = rendering.site.data.search.first { $0.language.text == language }
    let entries = SearchEntry.all(rendering, language, data)
    let words = SearchWords(data)
    var postings = SearchPostings(words)
    for (i, entry) in entries.enumerated() { postings.add(entry, as: i) }
    var files = Files(language: language)

    let titles = stride(from: 0, to: entries.count, by: Self.entriesSize).map { start in
      files.add("titles", .list(entries[start..<min(start + Self.entriesSize, entries.count)].map(\.json)))
    }
    var parts: [SearchJSON] = []
    var part: [(String, SearchJSON)] = []
    var size = 0
    func finish() {
      guard let first = part.first else { return }
      parts.append(.list([.text(first.0), .text(files.add("words", .object(part)))]))
      part = []
      size = 0
    }
    for word in postings.sorted {
      let places = postings.places(of: word)
      part.append((word, places))
      size += word.utf8.count + 4 + places.count * 5
      if size > Self.wordsSize { finish() }
    }
    finish()
    let spellings = files.add("spellings", .text(postings.spellings(Self.spellingsCount).joined(separator: " ")))
    address = files.add(
      "base",
      .object([
        ("count", .number(entries.count)), ("size", .number(Self.entriesSize)),
        ("titles", .list(titles.map { .text($0) })),
        ("words", .list(parts)), ("spellings", .text(spellings)), ("language", SearchJSON(data, words)),
        ("pins", Self.pins(data, words, rendering)),
      ]))
    // The others are named by their file, so that they are found wherever the base is.
    self.files = files.all
  }

  private static func pins(_ data: SearchData?, _ words: SearchWords, _ rendering: Rendering) -> SearchJSON {
    .list(
      (data?.pinned ?? []).compactMap { pin in
        guard let page = rendering.site.page(at: "content/" + pin.page.text) else { return nil }
        let section = page.parent.map { rendering.site.pages[$0] }
        return .list([
          .text(page.title), .text(page.address),
          .text(section?.isHome ?? true ? "" : section?.title ?? ""),
          .text(page.frontMatter.description?.text ?? ""),
          .list(pin.phrases.map { .text(words.meanings($0).joined(separator: " ")) }),
        ])
      })
  }

  /// Files with a part of their hash in their names, beside each other.
  private struct Files {
    let language: String
    var all: [OutputTree.File] = []
    private var names = Set<String>()

    init(language: String) { self.language = language }

    /// - Returns: the name of the file below its folder; the address below the base path for the base.
    mutating func add(_ kind: String, _ json: SearchJSON) -> String {
      var text: [UInt8] = []
      json.write(to: &text)
      let name = "\(kind)-\(language).\(SHA256.hex(text).prefix(10)).js"
      let bytes = Array("searchPart(\"\(name)\",".utf8) + text + Array(")\n".utf8)
      let path = "assets/search/" + name
      if names.insert(name).inserted { all.append(OutputTree.File(path, bytes: bytes)) }
      return kind == "base" ? path : name
    }
  }
}

extension SearchEntry {
  fileprivate var json: SearchJSON { .list([.text(title), .text(address), .text(section), .text(description)]) }
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
