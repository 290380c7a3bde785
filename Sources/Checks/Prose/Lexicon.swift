/// Finds the phrases of all lists in one walk over the words of a text.
///
/// In a phrase, `offer|offers` is one word or another, and `*` is any one word or none. No phrase goes on past the end
/// of a sentence.
package struct Lexicon: Sendable {
  private struct Candidate: Sendable {
    /// For each word the hashes it may have; none if it may be any word.
    let words: [[UInt64]]
    /// Index into `phrases`.
    let phrase: Int
    /// Whether the words are fine, though a part of them is not.
    let isException: Bool
  }

  private struct Match: Equatable {
    let phrase: Int
    let words: Range<Int>
  }

  private var phrases: [Phrase] = []
  /// Words of the longest phrase.
  private var longest = 0
  private var candidates: [Candidate] = []
  /// Indices into `candidates` by first word.
  private var byFirstWord: [UInt64: [Int]] = [:]
  /// One bit for each value of a hash's low 16 bits: nearly every word of a page is turned away here.
  private var filter = [UInt64](repeating: 0, count: 1024)

  mutating func add(_ phrase: Phrase, unless exceptions: [String]) {
    phrases.append(phrase)
    add(phrase.text, isException: false)
    for exception in exceptions { add(exception, isException: true) }
  }

  private mutating func add(_ text: String, isException: Bool) {
    for words in Self.spelledOut(text) {
      guard let first = words.first, !first.isEmpty else { continue }
      for hash in first {
        byFirstWord[hash, default: []].append(candidates.count)
        filter[Int(hash >> 6 & 1023)] |= 1 << (hash & 63)
      }
      longest = max(longest, words.count)
      candidates.append(Candidate(words: words, phrase: phrases.count - 1, isException: isException))
    }
  }

  /// The sequences of words that a phrase stands for. Alternatives of one word each stay together, so that a phrase
  /// with many of them is still one candidate.
  private static func spelledOut(_ text: String) -> [[[UInt64]]] {
    text.split(separator: " ").reduce(into: [[]]) { all, part in
      let choices: [[[UInt64]]]
      if part == "*" {
        choices = [[], [[]]]
      } else {
        let alternatives = part.split(separator: "|").map { Words.hashes(of: String($0)) }
        let single = alternatives.lazy.filter { $0.count == 1 }.compactMap(\.first)
        choices =
          (single.isEmpty ? [] : [[Array(single)]]) + alternatives.filter { $0.count > 1 }.map { $0.map { [$0] } }
      }
      all = all.flatMap { start in choices.map { start + $0 } }
    }
  }

  private func mayBegin(_ hash: UInt64) -> Bool { filter[Int(hash >> 6 & 1023)] & (1 << (hash & 63)) != 0 }

  /// In the order of the text. Where several phrases of one list overlap, the longest counts.
  func matches(in prose: Prose) -> [PhraseMatch] {
    if candidates.isEmpty { return [] }
    var found: [Match] = []
    var exceptions: [Match] = []
    for block in prose.blocks {
      for i in block.words {
        let word = prose.words[i]
        guard mayBegin(word.hash) || mayBegin(word.stem) else { continue }
        collect(byFirstWord[word.hash], prose, at: i, block, &found, &exceptions)
        if word.stem != word.hash { collect(byFirstWord[word.stem], prose, at: i, block, &found, &exceptions) }
      }
    }
    return withoutOverlaps(
      found.filter { match in !near(match.words, exceptions).contains { $0.phrase == match.phrase } })
  }

  /// Of phrases of one list that overlap, the longest; of those, the first.
  private func withoutOverlaps(_ all: [Match]) -> [PhraseMatch] {
    all.indices.compactMap { i in
      let match = all[i]
      let list = phrases[match.phrase].list
      let isCovered = near(match.words, all).contains { other in
        guard other != match, phrases[other.phrase].list == list else { return false }
        if other.words.count != match.words.count { return other.words.count > match.words.count }
        return (other.words.lowerBound, other.phrase) < (match.words.lowerBound, match.phrase)
      }
      let isTwice = i > 0 && all[i - 1] == match
      return isCovered || isTwice ? nil : PhraseMatch(phrase: phrases[match.phrase], words: match.words)
    }
  }

  /// Those of `all`, which are in the order of the text, that overlap `words`.
  private func near(_ words: Range<Int>, _ all: [Match]) -> [Match] {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].words.lowerBound + longest < words.lowerBound { low = middle + 1 } else { high = middle }
    }
    return all[low...].prefix { $0.words.lowerBound < words.upperBound }.filter { $0.words.overlaps(words) }
  }

  @inline(__always)
  private func collect(
    _ indices: [Int]?, _ prose: Prose, at i: Int, _ block: Prose.Block,
    _ found: inout [Match], _ exceptions: inout [Match]
  ) {
    for index in indices ?? [] where matches(candidates[index], prose, at: i, before: block.words.upperBound) {
      let match = Match(phrase: candidates[index].phrase, words: i..<i + candidates[index].words.count)
      if candidates[index].isException { exceptions.append(match) } else { found.append(match) }
    }
  }

  /// The first words within `words` that are one of the phrases; nil if there are none.
  ///
  /// For the few sentences that a cheaper test has picked.
  func first(in prose: Prose, _ words: Range<Int>) -> Range<Int>? {
    for i in words {
      let word = prose.words[i]
      guard mayBegin(word.hash) || mayBegin(word.stem) else { continue }
      for hash in word.stem == word.hash ? [word.hash] : [word.hash, word.stem] {
        for index in byFirstWord[hash] ?? []
        where matches(candidates[index], prose, at: i, before: words.upperBound) {
          return i..<(i + candidates[index].words.count)
        }
      }
    }
    return nil
  }

  /// Whether one word alone is a phrase.
  func hasWord(_ hash: UInt64) -> Bool {
    mayBegin(hash) && byFirstWord[hash]?.contains { candidates[$0].words.count == 1 } ?? false
  }

  private func matches(_ candidate: Candidate, _ prose: Prose, at i: Int, before end: Int) -> Bool {
    let count = candidate.words.count
    guard i + count <= end else { return false }
    for k in 1..<max(1, count) {
      let word = prose.words[i + k]
      let allowed = candidate.words[k]
      let isThere =
        allowed.isEmpty || allowed.contains(word.hash)
        || (k == count - 1 && word.stem != word.hash && allowed.contains(word.stem))
      if !isThere || prose.hasSentenceMark(between: i + k - 1, and: i + k) { return false }
    }
    return true
  }
}
