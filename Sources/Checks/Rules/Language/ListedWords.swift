import Content
import Diagnostics

extension Prose {
  /// Phrases of a list that the text uses itself. Left out is what it only talks about: a short quotation, or what comes
  /// after words of the list `mention-cues`, such as `the word addict`.
  ///
  /// - Parameters:
  ///   - quoted: how many words a quotation may have and still count as talked about.
  ///   - cue: how many words before the phrase a cue may stand.
  func uses(of list: String, quoted: Int, cue: Int) -> [PhraseMatch] {
    let cues = matches(in: "mention-cues")
    return matches(in: list).filter { match in
      let block = blocks[self.block(at: Int(words[match.words.lowerBound].start))]
      if isQuoted(match.words, in: block, upTo: quoted) { return false }
      let start = max(sentence(around: match.words.lowerBound, in: block).lowerBound, match.words.lowerBound - cue)
      return !cues.contains { $0.words.lowerBound >= start && $0.words.upperBound <= match.words.lowerBound }
    }
  }

  /// Whether some words are part of a name, such as `Substance Abuse Helpline`: each begins with a capital, and so does a
  /// word next to them. Headings may give every word a capital, so nothing counts as a name there.
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
