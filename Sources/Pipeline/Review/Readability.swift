import Checks

/// How long the sentences of a text are.
struct Readability {
  /// Words from which on a sentence is long (GOV.UK content design).
  static let long = 25

  private(set) var sentences = 0
  private var words = 0
  private var longSentences = 0

  init() {}

  /// Counts paragraphs and items of lists; headings and cells of tables are seldom sentences.
  init(_ prose: Prose) {
    for block in prose.blocks where block.kind == .paragraph {
      for sentence in prose.sentences(of: block) {
        sentences += 1
        words += sentence.count
        if sentence.count > Self.long { longSentences += 1 }
      }
    }
  }

  static func + (a: Readability, b: Readability) -> Readability {
    var sum = a
    sum.sentences += b.sentences
    sum.words += b.words
    sum.longSentences += b.longSentences
    return sum
  }

  var average: Double { sentences == 0 ? 0 : Double(words) / Double(sentences) }

  /// With one decimal.
  var wordsPerSentence: String {
    guard sentences > 0 else { return "-" }
    let tenths = (words * 10 + sentences / 2) / sentences
    return "\(tenths / 10).\(tenths % 10)"
  }

  var share: String { "\(longSentences) of \(sentences)" }
}
