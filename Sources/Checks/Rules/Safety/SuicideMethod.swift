import Content
import Diagnostics

extension Check {
  /// How somebody could end their life.
  static let suicideMethod = Check(
    "safety/suicide-method", .error,
    .init(
      finds:
        "Words about how suicide is done: a method with its detail, an amount that kills, what is quick or painless.",
      why: "Such details are known to cost lives. Readers in a crisis look for exactly these words.",
      bad: [
        "content/page.md": "What is a lethal dose?\n", "content/data/words/en/suicide-method.yml": "[lethal dose]\n",
      ],
      good: [
        "content/page.md": "Ask a friend to remove anything that could be used to overdose.\n",
        "content/data/words/en/suicide-method.yml": "[lethal dose]\n",
      ]),
    scope: .prose { prose, input in
      var found = prose.phrases(of: "suicide-method").map { method(at: $0.words, prose, input) }
      for match in prose.phrases(of: "suicide-topics") {
        let sentence = prose.sentence(of: match.words.lowerBound)
        if !prose.has("suicide-guidance", in: sentence, input) { found.append(method(at: match.words, prose, input)) }
      }
      for match in prose.phrases(of: "suicide-acts") {
        let sentence = prose.sentence(of: match.words.lowerBound)
        guard let means = prose.first(of: "suicide-means", in: match.words.upperBound..<sentence.upperBound, input),
          prose.has("by-words", in: max(match.words.lowerBound, means.lowerBound - 3)..<means.lowerBound, input),
          !prose.has("suicide-prevention", in: sentence, input)
        else { continue }
        found.append(method(at: means, prose, input))
      }
      return found
    })

  private static func method(at words: Range<Int>, _ prose: Prose, _ input: CheckInput) -> Finding {
    Finding(
      at: prose.location(ofWords: words, input), "this tells how suicide is done",
      help: "leave out method, amount and place; say that help is there, and link to it")
  }
}
