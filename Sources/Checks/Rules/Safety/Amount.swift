import Content
import Diagnostics

extension Check {
  /// An amount or a time table for taking a drug.
  static let amount = Check(
    "safety/amount", .error,
    .init(
      finds: "An amount of a drug, or how often to take it, outside of pages that report on trials.",
      why: "A number reads as advice. What one person survives harms another, and nobody knows what a powder holds.",
      bad: [
        "content/page.md": "Start with 50 mg of ketamine and wait.\n",
        "content/data/words/en/context/amount-units.yml": "[mg]\n",
        "content/data/words/en/context/drug-names.yml": "[ketamine]\n",
      ],
      good: [
        "content/page.md": "Drink 200 ml of water. Strength varies, so no amount of ketamine is safe.\n",
        "content/data/words/en/context/amount-units.yml": "[mg, ml]\n",
        "content/data/words/en/context/drug-names.yml": "[ketamine]\n",
        "content/data/words/en/context/amount-unless.yml": "[water]\n",
      ]),
    scope: .prose { prose, input in
      guard let lists = input.words[prose.language], let units = lists.contexts["amount-units"] else { return [] }
      let page = AmountPage(prose, input, units: units, loose: lists.contexts["amount-loose-units"] ?? Lexicon())
      var found: [Finding] = []
      func add(_ words: Range<Int>, _ block: Prose.Block) {
        guard page.isForTaking(words, block) else { return }
        found.append(
          Finding(
            at: prose.location(ofWords: words, input), "an amount or a time table for taking a drug",
            help: "leave the amount out; a trial's dose may stand, with its source, on the pages about research"))
      }
      for block in prose.blocks {
        for number in prose.numbers(in: block) {
          if let words = page.amount(number, block) ?? page.schedule(number, block) { add(words, block) }
        }
      }
      for match in prose.phrases(of: "amounts") + prose.phrases(of: "amounts-loose") {
        let words = match.words
        if match.phrase.list == "amounts-loose", !page.namesTaking(prose.sentence(of: words.lowerBound)) { continue }
        add(words, prose.blocks[prose.block(ofWord: words.lowerBound)])
      }
      return found
    })
}

/// What a number on a page may be an amount of.
private struct AmountPage {
  private let prose: Prose
  private let input: CheckInput
  private let units: Lexicon
  private let loose: Lexicon

  init(_ prose: Prose, _ input: CheckInput, units: Lexicon, loose: Lexicon) {
    (self.prose, self.input, self.units, self.loose) = (prose, input, units, loose)
  }

  /// A number with its unit, such as `50 mg`, `50mg` or `two lines` beside a drug.
  func amount(_ number: Prose.Number, _ block: Prose.Block) -> Range<Int>? {
    if !number.suffix.isEmpty {
      let isUnit = units.hasWord(prose.hash(of: number.suffix)) && !isCapitalG(number.suffix)
      return isUnit && !isConcentration(number.words.upperBound, block) ? number.words : nil
    }
    let next = number.words.upperBound
    guard next < block.words.upperBound, Int(prose.words[next].start) - number.digits.upperBound <= 4 else {
      return nil
    }
    let unit = prose.words[next]
    let words = number.words.lowerBound..<(next + 1)
    guard prose.isUnbroken(number.words.upperBound..<(next + 1)) else { return nil }
    let bytes = Int(unit.start)..<Int(unit.start + unit.length)
    if units.hasWord(unit.hash) || units.hasWord(unit.stem) {
      return isCapitalG(bytes) || isConcentration(next + 1, block) ? nil : words
    }
    guard loose.hasWord(unit.hash) || loose.hasWord(unit.stem) else { return nil }
    return namesTaking(prose.sentence(of: next)) ? words : nil
  }

  /// Whether a sentence names a drug or a way of taking one.
  func namesTaking(_ sentence: Range<Int>) -> Bool {
    prose.has("drug-names", in: sentence, input) || prose.has("taking-verbs", in: sentence, input)
  }

  /// `every 2 hours` in a sentence about taking a drug.
  func schedule(_ number: Prose.Number, _ block: Prose.Block) -> Range<Int>? {
    let next = number.words.upperBound
    guard next < block.words.upperBound, prose.has("hours", in: next..<(next + 1), input) else { return nil }
    let before = max(block.words.lowerBound, number.words.lowerBound - 2)..<number.words.lowerBound
    guard let every = prose.first(of: "every", in: before, input),
      prose.has("taking-verbs", in: prose.sentence(of: next), input)
    else { return nil }
    return every.lowerBound..<(next + 1)
  }

  /// Whether an amount is of a drug that somebody may take, and not of a trial, of water, or of a law.
  func isForTaking(_ words: Range<Int>, _ block: Prose.Block) -> Bool {
    let sentence = prose.sentence(of: words.lowerBound)
    let isTaking = prose.has("taking-verbs", in: sentence, input)
    let after = words.lowerBound..<min(sentence.upperBound, words.upperBound + 3)
    if prose.has("amount-unless", in: isTaking ? after : sentence, input) { return false }
    if isOfTrial(sentence, block) { return false }
    return isTaking || prose.has("drug-names", in: 0..<prose.words.count, input)
  }

  private func isOfTrial(_ sentence: Range<Int>, _ block: Prose.Block) -> Bool {
    guard block.hasCitation else { return false }
    if prose.has("trial-words", in: sentence, input) { return true }
    let sections = input.words[prose.language]?.entries["context/amount-sections"] ?? []
    return sections.contains { prose.file.hasPrefix("content/\($0.text)/") }
  }

  /// `20 mg/l` and `20 mg per litre` are what a laboratory finds.
  private func isConcentration(_ next: Int, _ block: Prose.Block) -> Bool {
    guard next < block.words.upperBound else { return false }
    let gap = prose.text[Int(prose.words[next - 1].start)..<Int(prose.words[next].start)]
    let isPer = gap.last == UInt8(ascii: "/")
    let first = isPer ? next : next + 1
    guard first < block.words.upperBound, isPer || prose.words[next].hash == Self.per else { return false }
    return prose.has("volumes", in: first..<(first + 1), input)
  }

  private static let per = WordHash.of("per")

  /// `5G` is a network, `5g` an amount.
  private func isCapitalG(_ bytes: Range<Int>) -> Bool {
    bytes.count == 1 && prose.text[bytes.lowerBound] == UInt8(ascii: "G")
  }
}
