import Content
import Diagnostics
import Markdown

/// The running text of a page as a reader meets it: blocks of words without markup, each byte of which is known by its
/// place in the source.
///
/// Made once a page and shared by every check that reads words. Code is left out, since it is not language; so are
/// citations, whose places are kept apart.
package struct Prose: Sendable {
  /// What a block of text is.
  package enum BlockKind: Sendable {
    case paragraph, heading, tableCell
    /// The text alternative of an image.
    case alternative
    /// The `title` or `caption` of a directive.
    case caption
    /// The page's title and description, from its front matter.
    case title, description
  }

  package struct Block: Sendable {
    package let kind: BlockKind
    /// Index of its node; nil for what stands in the front matter or in an attribute.
    package let node: Int?
    /// Bytes of `Prose.text`.
    package var text: Range<Int>
    /// Indices into `Prose.words`.
    package var words: Range<Int>
    /// 1 to 6 for a heading, else 0.
    package let level: Int
    package let isInList: Bool
    package let isInQuote: Bool
    /// Whether it stands in a footnote.
    package let isInFootnote: Bool
    /// Index of the innermost directive it stands in, into `Document.directives`.
    package let directive: Int?
    /// The heading it stands under, as an index into `Prose.blocks`.
    package let heading: Int?
    /// Whether a source is cited in it.
    package var hasCitation: Bool
  }

  package struct Word: Sendable {
    /// Offset in `Prose.text`.
    package let start: Int32
    package let length: Int32
    /// Of its letters, without regard to case (`WordHash`).
    package let hash: UInt64
    /// The same without a last `s`, for plurals; equal to `hash` if it has none.
    package let stem: UInt64
  }

  /// Where a run of `text` comes from.
  struct Span: Sendable {
    let start: Int32
    /// A text node, or -1 - k for `places[k]`.
    let node: Int32
  }

  package let file: String
  /// Tag of the language it is in.
  package let language: String
  /// The page; nil for a definition of the glossary.
  package let page: Page?
  package let document: Document
  /// UTF-8. Blocks follow each other with a line feed between.
  package internal(set) var text: [UInt8] = []
  package internal(set) var blocks: [Block] = []
  package internal(set) var words: [Word] = []
  /// Indices of the words that begin with a digit, in order.
  package internal(set) var numerals: [Int32] = []
  /// Indices of the document's tables, in order.
  package internal(set) var tables: [Int32] = []
  /// Index of each citation's node with the offset in `text` at which it stands, in order.
  package internal(set) var citations: [(node: Int, at: Int)] = []
  /// Phrases of the word lists that occur, in order.
  package internal(set) var matches: [PhraseMatch] = []
  /// One bit for each kind of node that the document has.
  private var kinds: UInt64 = 0
  var spans: [Span] = []
  var places: [SourceLocation] = []

  /// The text of a page, with its title and description.
  init(_ page: Page, _ input: CheckInput) {
    self.init(file: page.path, language: page.language, page: page, document: page.document)
    if page.parsed.isUnread { return }
    var reader = ProseReader(self)
    reader.read(page.parsed.frontMatter.title, as: .title)
    if let description = page.description { reader.read(description, as: .description) }
    reader.read(document)
    self = reader.prose
    matches = input.words[language]?.lexicon.matches(in: self) ?? []
  }

  /// The text of a term's definition. All places in it are that of the definition.
  init(_ term: GlossaryTerm, _ input: CheckInput) {
    self.init(
      file: term.location.file, language: input.site.settings.defaultLanguage.tag, page: nil, document: term.definition)
    var reader = ProseReader(self)
    reader.read(term.definition)
    self = reader.prose
    matches = input.words[language]?.lexicon.matches(in: self) ?? []
  }

  /// Whether the document has a node of this kind: what it has none of need not be looked for.
  func has(_ kind: Kind) -> Bool { kinds & (1 << UInt64(kind.rawValue)) != 0 }

  mutating func note(_ kind: Kind) { kinds |= 1 << UInt64(kind.rawValue) }

  private init(file: String, language: String, page: Page?, document: Document) {
    self.file = file
    self.language = language
    self.page = page
    self.document = document
  }

  package func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  /// The letters of a word, as they are written.
  package func string(_ word: Word) -> String {
    string(Int(word.start)..<Int(word.start + word.length))
  }

  /// Bytes of `text` from the first of some words to the last.
  package func range(ofWords range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(words[first].start)..<Int(words[last].start + words[last].length)
  }

  /// The block that the byte at `offset` of `text` stands in.
  package func block(at offset: Int) -> Int {
    var low = 0
    var high = blocks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[middle].text.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Phrases of one list.
  package func matches(in list: String) -> [PhraseMatch] { matches.filter { $0.phrase.list == list } }
}
