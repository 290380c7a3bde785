import Content
import Diagnostics

extension Check {
  /// The first thing a page says, without saying who should do it.
  static let passiveMainMessage = Check(
    "language/passive-main-message", .info,
    .init(
      finds: """
        Advice in the passive voice in a page's description or its first sentence: "help should be sought", "it is \
        recommended that", "is prescribed by doctors".
        """,
      why: "The main message has to say who does what. In the passive voice readers do not know that they are meant.",
      bad: [
        "content/page.md": "Medical help should be sought if urination is painful.\n",
        "content/data/words/en/context/participles.yml": "- sought\n",
      ],
      good: [
        "content/page.md": "See a GP if peeing hurts.\n", "content/data/words/en/context/participles.yml": "- sought\n",
      ]),
    scope: .prose { prose, input in
      guard prose.page != nil, let participles = input.words[prose.language]?.sets["participles"] else { return [] }
      var found: [Finding] = []
      for block in prose.blocks {
        if block.kind == .heading { break }
        let isFirst = block.kind == .paragraph && !block.isInList && block.directive == nil
        guard isFirst || block.kind == .description else { continue }
        let sentences = prose.sentences(of: block).prefix(isFirst ? 1 : .max)
        found += sentences.flatMap { prose.passives(in: $0, participles) }.map { words in
          Finding(
            at: prose.location(ofWords: words, input),
            "the page's main message is in the passive voice: '\(prose.string(ofWords: words))'",
            help: "say who does it, or tell the reader: 'see a GP', 'doctors prescribe it'")
        }
        if isFirst { break }
      }
      return found
    })
}

extension Prose {
  /// Passives that hide who should act, or name them at the end. `Ketamine is used in hospitals` is none: nobody has to
  /// act on it.
  fileprivate func passives(in sentence: Range<Int>, _ participles: Set<UInt64>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for i in sentence.dropLast() where Passive.be.contains(words[i].hash) {
      var last = i + 1
      if words[last].length > 3, hasSuffix("ly", words[last]), last + 1 < sentence.upperBound { last += 1 }
      guard endsInED(words[last]) || participles.contains(words[last].hash), !hasSentenceMark(between: i, and: last)
      else { continue }
      let isDuty =
        words[i].hash == Passive.bare && i > sentence.lowerBound && isDuty(before: i, from: sentence.lowerBound)
      let isAdvice = Passive.advice.contains(words[last].hash)
      let next = last + 1
      if next + 1 < sentence.upperBound, words[next].hash == Passive.by, isSomebody(words[next + 1]) {
        found.append(i..<(next + 1))
      } else if isDuty || isAdvice {
        found.append(i..<next)
      }
    }
    return found
  }

  /// `should be`, `should not be`, `needs to be`.
  private func isDuty(before i: Int, from start: Int) -> Bool {
    var k = i - 1
    if k > start, Passive.between.contains(words[k].hash) { k -= 1 }
    if Passive.duty.contains(words[k].hash) { return true }
    return words[k].hash == Passive.to && k > start && Passive.needs.contains(words[k - 1].hash)
  }

  /// Not `by mouth`, `by 20%` or `by blocking`.
  private func isSomebody(_ word: Word) -> Bool {
    !(48...57).contains(text[Int(word.start)]) && !hasSuffix("ing", word) && !Passive.ways.contains(word.hash)
  }

  private func hasSuffix(_ suffix: StaticString, _ word: Word) -> Bool {
    let end = Int(word.start + word.length)
    guard word.length > suffix.utf8CodeUnitCount else { return false }
    return suffix.withUTF8Buffer { text[(end - $0.count)..<end].elementsEqual($0) }
  }
}

/// Words of grammar that passives are known by.
private enum Passive {
  private static func hashes(_ words: String...) -> Set<UInt64> { Set(words.map { WordHash.of($0) }) }
  static let bare = WordHash.of("be")
  static let by = WordHash.of("by")
  static let to = WordHash.of("to")
  static let be = hashes("is", "are", "was", "were", "be", "been", "being")
  static let between = hashes("not", "always", "never", "only", "also", "therefore")
  static let duty = hashes("should", "must", "shall")
  static let needs = hashes("needs", "need", "has", "have", "ought")
  static let ways = hashes(
    "mouth", "law", "far", "itself", "themselves", "accident", "mistake", "chance", "hand", "post", "email", "phone",
    "text", "age", "sex", "year", "country", "about", "half", "a", "one", "two", "using", "when", "then", "now", "date",
    "name")
  static let advice = hashes("advised", "recommended", "encouraged", "urged", "suggested")
}
