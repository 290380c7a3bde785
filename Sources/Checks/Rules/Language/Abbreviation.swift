import Content
import Diagnostics

extension Check {
  /// Letters that stand for words nobody has named yet.
  static let abbreviation = Check(
    "language/abbreviation", .info,
    .init(
      finds: """
        An abbreviation in capitals that the page does not explain where it is first used. Those that everybody knows \
        are in `content/data/words/en/context/known-abbreviations.yml`.
        """,
      why: "A reader who does not know the letters cannot look them up on a page that never says what they stand for.",
      bad: [
        "content/page.md": "Some people are offered ECT.\n",
        "content/data/words/en/context/known-abbreviations.yml": "- GP\n",
      ],
      good: [
        "content/page.md": "Some people are offered electroconvulsive therapy (ECT). Ask your GP about ECT.\n",
        "content/data/words/en/context/known-abbreviations.yml": "- GP\n",
      ]),
    scope: .prose { prose, input in
      guard prose.page != nil, let known = input.words[prose.language]?.sets["known-abbreviations"] else { return [] }
      var uses: [(key: UInt64, words: Range<Int>)] = []
      for i in prose.words.indices where prose.isAbbreviation(i) && !known.contains(prose.words[i].hash) {
        let key = prose.abbreviationKey(i)
        if !known.contains(key) { uses.append((key, i..<(i + 1))) }
      }
      guard !uses.isEmpty, let first = FirstUse(prose, input) else { return [] }
      return first.unexplained(uses) { prose.isSpelledOut($0.lowerBound) }.map { words in
        let name = prose.string(ofWords: words)
        let term = input.site.term(named: name)
        return Finding(
          at: prose.location(ofWords: words, input), "'\(name)' is not explained where it is first used",
          help: term.map { "link it: `[\(name)](glossary:\($0.id))`, or write the long form with '(\(name))' after it" }
            ?? "write the long form and '(\(name))' after it, or only the long form")
      }
    })
}

extension Prose {
  /// Two or more capitals, perhaps with digits and the `s` of a plural. No Roman numeral, no part of `5-HT2A`, and no
  /// words that are only written in capitals for stress.
  fileprivate func isAbbreviation(_ i: Int) -> Bool {
    let word = words[i]
    let start = Int(word.start)
    // Nearly every word leaves here.
    guard word.length > 1, text[start] >= 65, text[start] <= 90, !(97...122).contains(text[start + 1]) else {
      return false
    }
    guard isCapitals(word) else { return false }
    if start > 0, text[start - 1] == UInt8(ascii: "-") { return false }
    if text[start..<(start + Int(word.length))].allSatisfy({ "IVX".utf8.contains($0) }) {
      return !(word.length == 1 || text[start + 1] != UInt8(ascii: "V")) && !isNumeral(i)
    }
    // BUY IT NOW, and names such as PAPYRUS HOPELINE247.
    if i > 0, gapIsSpace(i - 1), isCapitals(words[i - 1]), words[i - 1].length > 1 { return false }
    if i + 1 < words.count, gapIsSpace(i), isCapitals(words[i + 1]), words[i + 1].length > 1,
      !text[Int(words[i + 1].start)..<Int(words[i + 1].start + words[i + 1].length)].allSatisfy({
        "IVX".utf8.contains($0)
      })
    {
      return false
    }
    return true
  }

  private func gapIsSpace(_ i: Int) -> Bool {
    let gap = gap(between: i, and: i + 1)
    return gap.count == 1 && text[gap.lowerBound] == 32
  }

  private func isCapitals(_ word: Word) -> Bool {
    var capitals = 0
    let bytes = text[Int(word.start)..<Int(word.start + word.length)]
    for (k, byte) in bytes.enumerated() {
      if byte >= 65, byte <= 90 {
        capitals += 1
      } else if byte == UInt8(ascii: "s"), k == bytes.count - 1 {
      } else if byte < 48 || byte > 57 {
        return false
      }
    }
    return capitals > 1
  }

  /// `Schedule IV`, but `an IV infusion`.
  private func isNumeral(_ i: Int) -> Bool { i > 0 && startsWithCapital(i - 1) && gapIsSpace(i - 1) }

  /// The same for `SSRI` and `SSRIs`.
  fileprivate func abbreviationKey(_ i: Int) -> UInt64 {
    let word = words[i]
    return text[Int(word.start + word.length) - 1] == UInt8(ascii: "s")
      ? WordHash.of(String(string(word).dropLast())) : word.hash
  }

  /// Whether words near it begin with its letters: `Samaritans of Singapore runs SOS`.
  fileprivate func isSpelledOut(_ i: Int) -> Bool {
    let block = blocks[block(at: Int(words[i].start))]
    let letters = text[Int(words[i].start)..<Int(words[i].start + words[i].length)].filter { $0 >= 65 && $0 <= 90 }
    let reach = letters.count * 2 + 10
    for start in max(block.words.lowerBound, i - reach)..<min(block.words.upperBound, i + reach) where start != i {
      var k = start
      var found = 0
      var skipped = 0
      while k < block.words.upperBound, found < letters.count, k != i {
        let initial = text[Int(words[k].start)]
        if initial & 0xDF == letters[found] {
          found += 1
        } else if found > 0, words[k].length <= 3, skipped < 3 {
          skipped += 1
        } else {
          break
        }
        k += 1
      }
      if found == letters.count { return true }
    }
    return false
  }
}

extension Site {
  /// The glossary's entry for a word, by any of its names.
  func term(named name: String) -> GlossaryTerm? {
    let name = name.lowercased()
    return data.glossary.first { term in
      term.term.lowercased() == name || term.alsoKnownAs.contains { $0.lowercased() == name }
    }
  }
}
