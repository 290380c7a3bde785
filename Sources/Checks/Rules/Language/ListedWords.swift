import Content
import Diagnostics

extension Prose {
  /// Phrases of a list that the text uses itself. Left out is what it only talks about: a short quotation, or what
  /// comes after words of the list `mention-cues`, such as `the word addict`.
  ///
  /// - Parameters:
  ///   - quoted: how many words a quotation may have and still count as talked about.
  ///   - cue: how many words before the phrase a cue may stand.
  func uses(of list: String, quoted: Int, cue: Int) -> [PhraseMatch] {
    let found = matches(in: list)
    if found.isEmpty { return [] }
    let cues = matches(in: "mention-cues")
    var nextCue = 0
    // Kept from match to match, so that a block with many costs no more for each.
    var (current, quotations, sentences): (Int, [Range<Int>], [Range<Int>]) = (-1, [], [])
    return found.filter { match in
      let index = self.block(at: Int(words[match.words.lowerBound].start))
      if index != current {
        let block = blocks[index]
        (current, sentences) = (index, self.sentences(of: block))
        quotations = self.quotations(in: block).filter { wordCount(inBytes: $0) <= quoted }
      }
      let bytes = range(ofWords: match.words)
      if Self.last(quotations, notAfter: bytes.lowerBound).map({ $0.upperBound >= bytes.upperBound }) ?? false {
        return false
      }
      while nextCue < cues.count, cues[nextCue].words.upperBound <= match.words.lowerBound { nextCue += 1 }
      guard nextCue > 0 else { return true }
      let sentence = Self.last(sentences, notAfter: match.words.lowerBound)?.lowerBound ?? 0
      return cues[nextCue - 1].words.lowerBound < max(sentence, match.words.lowerBound - cue)
    }
  }

  /// The last of some ranges, which are in order, that begins at `bound` or before.
  private static func last(_ ranges: [Range<Int>], notAfter bound: Int) -> Range<Int>? {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound <= bound { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? ranges[low - 1] : nil
  }

  private func wordCount(inBytes range: Range<Int>) -> Int {
    var count = 1
    for byte in text[range] where byte == 32 { count += 1 }
    return count
  }

  /// Whether some words are part of a name, such as `Substance Abuse Helpline`: each begins with a capital, and so does
  /// a word next to them. Headings may give every word a capital, so nothing counts as a name there.
  func isName(_ range: Range<Int>) -> Bool {
    let block = blocks[block(at: Int(words[range.lowerBound].start))]
    guard block.kind != .heading, block.kind != .title, range.allSatisfy({ startsWithCapital($0) }) else {
      return false
    }
    return isCapital(range.lowerBound - 1, nextTo: range.lowerBound, block)
      || isCapital(range.upperBound, nextTo: range.upperBound - 1, block)
  }

  private func isCapital(_ i: Int, nextTo other: Int, _ block: Block) -> Bool {
    guard block.words.contains(i), startsWithCapital(i) else { return false }
    return gap(between: min(i, other), and: max(i, other)).count == 1
  }

  /// A change that writes what the list says, with the capital that the text has; none where that takes thought.
  func edits(for match: PhraseMatch, at location: SourceLocation) -> [Edit] {
    guard page != nil, match.phrase.isDropIn, let instead = match.phrase.instead else { return [] }
    let written = range(ofWords: match.words)
    // Markup or a line's end within the phrase would be lost.
    guard location.length == written.count else { return [] }
    // What is written in capitals throughout is no sentence of the usual kind.
    if text[written].allSatisfy({ !(97...122).contains($0) }) { return [] }
    let first = startsWithCapital(match.words.lowerBound) ? instead.prefix(1).uppercased() : String(instead.prefix(1))
    return [Edit(location, first + instead.dropFirst())]
  }

  func string(ofWords range: Range<Int>) -> String { string(self.range(ofWords: range)) }
}
