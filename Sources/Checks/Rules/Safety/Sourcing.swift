import Content
import Diagnostics

extension Check {
  /// Words that lead to a seller.
  static let sourcing = Check(
    "safety/sourcing", .error,
    .init(
      finds: "Words that offer a drug or tell where to get it: buying online, delivery, sellers, prices.",
      why: "A reader who follows them may be cheated, poisoned or arrested, and the site would be an advert.",
      bad: [
        "content/page.md": "Ketamine, ORDER KETAMINE ONLINE TODAY, is an anaesthetic.\n",
        "content/data/words/en/buying.yml": "[order]\n",
        "content/data/words/en/context/drug-names.yml": "[ketamine]\n",
        "content/data/words/en/context/sale-signs.yml": "[online]\n",
      ],
      good: [
        "content/page.md": "People who buy ketamine online cannot know what is in it.\n",
        "content/data/words/en/buying.yml": "[buy]\n",
        "content/data/words/en/context/drug-names.yml": "[ketamine]\n",
        "content/data/words/en/context/sale-signs.yml": "[online]\n",
        "content/data/words/en/context/sale-descriptions.yml": "[people, illegal]\n",
      ]),
    scope: .prose { prose, input in
      var found: [Range<Int>] = []
      for match in prose.phrases(of: "sourcing") where !isHarmless(match.words, prose, input) {
        found.append(match.words)
      }
      for (list, isBuying) in [("buying", true), ("getting", false)] {
        for match in prose.phrases(of: list) {
          guard !isHarmless(match.words, prose, input),
            let words = sale(match.words, isBuying: isBuying, prose, input)
          else { continue }
          if !found.contains(where: words.overlaps) { found.append(words) }
        }
      }
      for match in prose.phrases(of: "for-sale") {
        let sentence = prose.sentence(of: match.words.lowerBound)
        let near =
          max(sentence.lowerBound, match.words.lowerBound - 6)..<min(sentence.upperBound, match.words.upperBound + 4)
        guard prose.has("drug-names", in: near, input), !isHarmless(match.words, prose, input),
          !isDescription(match.words, sentence, prose, input)
        else {
          continue
        }
        if !found.contains(where: match.words.overlaps) { found.append(match.words) }
      }
      return found.map { offer($0, prose, input) }
    })

  /// Whether the sentence is about what health services give out, such as naloxone or leaflets.
  static func isHarmless(_ words: Range<Int>, _ prose: Prose, _ input: CheckInput) -> Bool {
    prose.has("sale-harmless", in: prose.sentence(of: words.lowerBound), input)
  }

  private static func offer(_ words: Range<Int>, _ prose: Prose, _ input: CheckInput) -> Finding {
    Finding(
      at: prose.location(ofWords: words, input), "these words lead readers to a seller",
      help: "delete them; say what the law or the risk is where that is what the page is about")
  }

  /// The words of an offer that begins with a verb such as "buy": the drug follows it, and either the verb speaks to the
  /// reader or something of a shop stands in the sentence.
  private static func sale(
    _ verb: Range<Int>, isBuying: Bool, _ prose: Prose, _ input: CheckInput
  ) -> Range<Int>? {
    let sentence = prose.sentence(of: verb.lowerBound)
    let reach = min(sentence.upperBound, verb.upperBound + (isBuying ? 5 : 3))
    guard let drug = prose.first(of: "drug-names", in: verb.upperBound..<reach, input),
      prose.isUnbroken(verb.lowerBound..<drug.upperBound), !isDescription(verb, sentence, prose, input)
    else { return nil }
    if let sign = prose.first(of: "sale-signs", in: drug.upperBound..<sentence.upperBound, input) {
      let isNear = sign.lowerBound - drug.upperBound < 4
      return verb.lowerBound..<(isNear ? sign.upperBound : drug.upperBound)
    }
    let before = max(sentence.lowerBound, verb.lowerBound - 3)..<verb.lowerBound
    let isInviting =
      isBuying
      && (verb.lowerBound == sentence.lowerBound || prose.isShouted(verb.lowerBound)
        || prose.has("sale-invitations", in: before, input))
    let hasSign = prose.has("sale-signs", in: sentence, input)
    return isInviting || hasSign ? verb.lowerBound..<drug.upperBound : nil
  }

  /// Whether the sentence speaks of sales instead of making one: it names the law, or forbids before the words, or tells
  /// of people and risks. Shouting never describes, and a command ("Buy …") only where the law is named.
  private static func isDescription(
    _ words: Range<Int>, _ sentence: Range<Int>, _ prose: Prose, _ input: CheckInput
  ) -> Bool {
    if prose.isShouted(words.lowerBound) { return false }
    if prose.has("sale-law", in: sentence, input) { return true }
    if prose.has("sale-denials", in: sentence.lowerBound..<words.lowerBound, input) { return true }
    let isCommand = words.lowerBound == sentence.lowerBound && prose.has("sale-commands", in: words, input)
    return !isCommand && prose.has("sale-descriptions", in: sentence, input)
  }
}
