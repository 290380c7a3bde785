import Content
import Diagnostics

extension Check {
  /// Words that sell.
  static let promotional = Check(
    "language/promotional", .warning,
    .init(
      finds: """
        Words that advertise or glamorise, such as "game-changer", "a ray of hope" or "unlock your potential". The \
        words are in `content/data/words/en/promotional.yml`. Short quotations, and words that a sentence denies ("no \
        miracle cure"), are left alone.
        """,
      why: "Praise is not a result. It raises hopes that trials do not support, and readers stop trusting the page.",
      bad: [
        "content/page.md": "Ketamine is a game-changer that offers new hope to millions.\n",
        "content/data/words/en/promotional.yml": "- game-changer\n- new hope\n",
      ],
      good: [
        "content/page.md": "In one trial of 72 people, depression scores fell for about a week.\n",
        "content/data/words/en/promotional.yml": "- game-changer\n- new hope\n",
      ]),
    scope: .prose { prose, input in
      let negations = input.words[prose.language]?.sets["denials"] ?? []
      return prose.uses(of: "promotional", quoted: 8, cue: 12).compactMap { match in
        if prose.isDenied(match.words.lowerBound, by: negations) { return nil }
        return Finding(
          at: prose.location(ofWords: match.words, input),
          "'\(prose.string(ofWords: match.words))' \(match.phrase.reason ?? "promises instead of informing")",
          help: match.phrase.instead.map { "write '\($0)'" }
            ?? "say what was found, in whom, compared with what and for how long")
      }
    })
}

extension Prose {
  /// Whether one of the four words before says no, as in `no miracle cure`; `not only a miracle` does not.
  fileprivate func isDenied(_ word: Int, by negations: Set<UInt64>) -> Bool {
    let block = blocks[block(at: Int(words[word].start))]
    var i = word - 1
    while i >= block.words.lowerBound, i >= word - 4, !hasSentenceMark(between: i, and: i + 1) {
      if negations.contains(words[i].hash) { return !Self.stress.contains(words[i + 1].hash) }
      i -= 1
    }
    return false
  }

  /// `not just`, `nothing short of`: a stronger yes.
  private static let stress: Set<UInt64> = Set(["only", "just", "merely", "short", "less"].map { WordHash.of($0) })
}
