import Content
import Diagnostics

extension Check {
  /// A drug that is called safe.
  static let safeClaim = Check(
    "safety/safe-claim", .error,
    .init(
      finds: "A drug that is called safe, harmless or not addictive, and (as a warning) one called safer than others.",
      why: "No drug is safe for everybody. A reader who believes it may not call for help in time.",
      bad: [
        "content/page.md": "When used with care, ketamine is safe.\n",
        "content/data/words/en/safe.yml": "[safe]\n",
        "content/data/words/en/context/drug-names.yml": "[ketamine]\n",
        "content/data/words/en/context/copulas.yml": "[is]\n",
      ],
      good: [
        "content/page.md": "No amount of ketamine is safe. Sit down in a safe place.\n",
        "content/data/words/en/safe.yml": "[safe]\n",
        "content/data/words/en/context/drug-names.yml": "[ketamine]\n",
        "content/data/words/en/context/copulas.yml": "[is]\n",
        "content/data/words/en/context/negations.yml": "[no, not]\n",
      ]),
    scope: .prose { prose, input in
      var found: [Finding] = []
      for match in prose.phrases(of: "safe") where isCalledSafe(match.words, prose, input) {
        found.append(claim(match.words, prose, input))
      }
      for match in prose.phrases(of: "safe-claim") where isSaid(of: match.words, prose, input) {
        found.append(claim(match.words, prose, input))
      }
      for match in prose.phrases(of: "safer-claim") where isSaid(of: match.words, prose, input) {
        var finding = claim(match.words, prose, input)
        finding.severity = .warning
        found.append(finding)
      }
      // "Completely safe" is one claim, though "safe" is one by itself.
      return found.filter { finding in
        !found.contains { other in
          other.location != finding.location && other.location.line == finding.location.line
            && other.location.column <= finding.location.column
            && other.location.column + other.location.length >= finding.location.column + finding.location.length
        }
      }
    })

  private static func claim(_ words: Range<Int>, _ prose: Prose, _ input: CheckInput) -> Finding {
    Finding(
      at: prose.location(ofWords: words, input), "'\(prose.string(prose.range(ofWords: words)))' is said of a drug",
      help: "say what is known of the risk, for whom, and from which source")
  }

  /// `Ketamine is (quite) safe`: the drug, a form of "be", and at most three words between.
  private static func isCalledSafe(_ words: Range<Int>, _ prose: Prose, _ input: CheckInput) -> Bool {
    let sentence = prose.sentence(of: words.lowerBound)
    let before = max(sentence.lowerBound, words.lowerBound - 5)..<words.lowerBound
    guard let copula = prose.first(of: "copulas", in: before, input), copula.lowerBound > sentence.lowerBound else {
      return false
    }
    let subject = max(sentence.lowerBound, copula.lowerBound - 3)..<copula.lowerBound
    let last = (copula.lowerBound - 1)..<copula.lowerBound
    let isPronoun = prose.has("drug-pronouns", in: last, input) || prose.has("drug-nouns", in: last, input)
    guard isPronoun || prose.has("drug-names", in: subject, input) else { return false }
    // "It is safe to call": of an act, not of the drug. "A safe place" neither.
    if words.upperBound < sentence.upperBound {
      if isPronoun { return false }
      if prose.has("safe-things", in: words.upperBound..<(words.upperBound + 1), input) { return false }
    }
    return isSaid(of: words, prose, input)
  }

  /// Whether a phrase is said of a drug, is meant so, and is not somebody else's words in quotes.
  private static func isSaid(of words: Range<Int>, _ prose: Prose, _ input: CheckInput) -> Bool {
    let sentence = prose.sentence(of: words.lowerBound)
    let block = prose.blocks[prose.block(ofWord: words.lowerBound)]
    guard prose.byte(afterWord: sentence.upperBound - 1) != UInt8(ascii: "?"),
      !prose.has("negations", in: clause(before: words, sentence, prose, input), input),
      !prose.has("medicines", in: sentence, input), !isQuoted(words, block, prose)
    else { return false }
    if prose.has("drug-names", in: sentence, input) { return true }
    if prose.has("drug-nouns", in: sentence, input) { return prose.has("drug-names", in: 0..<prose.words.count, input) }
    return prose.has("drug-pronouns", in: sentence, input) && prose.has("drug-names", in: block.words, input)
  }

  /// What a "not" has to stand in to deny the words: the sentence up to them, from the last ", which" or ", so" on.
  private static func clause(
    before words: Range<Int>, _ sentence: Range<Int>, _ prose: Prose, _ input: CheckInput
  ) -> Range<Int> {
    var start = words.lowerBound
    while start > sentence.lowerBound {
      if prose.has("clause-starts", in: start..<(start + 1), input),
        prose.byte(afterWord: start - 1) == UInt8(ascii: ",")
      {
        break
      }
      start -= 1
    }
    return start..<words.lowerBound
  }

  /// Whether a double or curly quote opened in the block and has not closed before the words.
  private static func isQuoted(_ words: Range<Int>, _ block: Prose.Block, _ prose: Prose) -> Bool {
    var isOpen = false
    var i = block.text.lowerBound
    while i < Int(prose.words[words.lowerBound].start) {
      if prose.text[i] == UInt8(ascii: "\"") { isOpen.toggle() }
      if prose.text[i] == 0xE2, prose.text[i + 1] == 0x80 {
        if prose.text[i + 2] == 0x9C || prose.text[i + 2] == 0x98 { isOpen = true }
        if prose.text[i + 2] == 0x9D { isOpen = false }
      }
      i += 1
    }
    return isOpen
  }
}
