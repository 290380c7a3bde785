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
  /// Those that begin with a word: ranges of `entries`.
  private struct Group: Sendable {
    let hash: UInt64
    /// Of one word, or with a gap after the first.
    let open: Range<Int>
    let paired: Range<Int>
  }

  private struct Entry: Sendable {
    /// Index into `candidates`.
    let candidate: Int
    /// One bit for each value of the low 6 bits of the second word's hash. It turns away most candidates of common
    /// first words without a look at them.
    let seconds: UInt64
  }

  private var byFirstWord: [UInt64: [Entry]] = [:]
  private var groups: [Group] = []
  private var entries: [Entry] = []
  /// Open addressing by the middle bits of the first word's hash: one more than an index into `groups`, or 0. A
  /// dictionary would hash the hashes again.
  private var table: [Int] = []
  /// One bit for 20 bits of each first and second word together, since common words begin many phrases.
  private var pairs = [UInt64](repeating: 0, count: 1 << 14)
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
      let second = words.count > 1 ? words[1] : []
      let seconds: UInt64 = second.isEmpty ? .max : second.reduce(0) { $0 | (1 as UInt64) << ($1 & 63) }
      for hash in first {
        for second in second { addPair(hash, second) }
        byFirstWord[hash, default: []].append(Entry(candidate: candidates.count, seconds: seconds))
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

  /// To be called when all phrases are there.
  mutating func index() {
    var size = 1024
    while size < byFirstWord.count * 4 { size *= 2 }
    table = [Int](repeating: 0, count: size)
    // Sorted, so that findings come in the same order every time.
    for (hash, list) in byFirstWord.sorted(by: { $0.key < $1.key }) {
      let start = entries.count
      entries += list.filter { $0.seconds == .max }
      let middle = entries.count
      entries += list.filter { $0.seconds != .max }
      groups.append(Group(hash: hash, open: start..<middle, paired: middle..<entries.count))
      var slot = Int(truncatingIfNeeded: hash >> 16) & (size - 1)
      while table[slot] != 0 { slot = (slot + 1) & (size - 1) }
      table[slot] = groups.count
    }
    byFirstWord = [:]
  }

  @inline(__always)
  private func group(_ hash: UInt64) -> Group? {
    var slot = Int(truncatingIfNeeded: hash >> 16) & (table.count - 1)
    while table[slot] != 0 {
      if groups[table[slot] - 1].hash == hash { return groups[table[slot] - 1] }
      slot = (slot + 1) & (table.count - 1)
    }
    return nil
  }

  @inline(__always)
  private static func pairBit(_ first: UInt64, _ second: UInt64) -> Int {
    Int(truncatingIfNeeded: ((first ^ (second << 1 | second >> 63)) &* 0x9E37_79B9_7F4A_7C15) >> 44)
  }

  private mutating func addPair(_ first: UInt64, _ second: UInt64) {
    let bit = Self.pairBit(first, second)
    pairs[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  @inline(__always)
  private func mayFollow(_ first: UInt64, _ second: UInt64) -> Bool {
    let bit = Self.pairBit(first, second)
    return pairs[bit >> 6] & (1 << UInt64(bit & 63)) != 0
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
        if mayBegin(word.hash) { collect(startingWith: word.hash, prose, at: i, block, &found, &exceptions) }
        if word.stem != word.hash, mayBegin(word.stem) {
          collect(startingWith: word.stem, prose, at: i, block, &found, &exceptions)
        }
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
      // A phrase may be found by a word and by its plural, or with a gap in two places.
      let isTwice = all[..<i].reversed().prefix { $0.words.lowerBound == match.words.lowerBound }.contains(match)
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

  private func collect(
    startingWith hash: UInt64, _ prose: Prose, at i: Int, _ block: Prose.Block, _ found: inout [Match],
    _ exceptions: inout [Match]
  ) {
    guard let group = group(hash) else { return }
    for k in group.open { collect(entries[k].candidate, prose, at: i, block, &found, &exceptions) }
    guard i + 1 < block.words.upperBound else { return }
    let next = prose.words[i + 1]
    guard mayFollow(hash, next.hash) || (next.stem != next.hash && mayFollow(hash, next.stem)) else { return }
    let mask: UInt64 = (1 as UInt64) << (next.hash & 63) | (1 as UInt64) << (next.stem & 63)
    for k in group.paired where entries[k].seconds & mask != 0 {
      collect(entries[k].candidate, prose, at: i, block, &found, &exceptions)
    }
  }

  /// The first words within `words` that are one of the phrases; nil if there are none.
  ///
  /// For the few sentences that a cheaper test has picked.
  func first(in prose: Prose, _ words: Range<Int>) -> Range<Int>? {
    for i in words {
      let word = prose.words[i]
      for hash in word.stem == word.hash ? [word.hash] : [word.hash, word.stem] where mayBegin(hash) {
        guard let group = group(hash) else { continue }
        for k in group.open.lowerBound..<group.paired.upperBound {
          let candidate = candidates[entries[k].candidate]
          if matches(candidate, prose, at: i, before: words.upperBound) { return i..<(i + candidate.words.count) }
        }
      }
    }
    return nil
  }

  /// Whether one word alone is a phrase.
  func hasWord(_ hash: UInt64) -> Bool {
    guard mayBegin(hash), let group = group(hash) else { return false }
    return group.open.contains { candidates[entries[$0].candidate].words.count == 1 }
  }

  private func collect(
    _ index: Int, _ prose: Prose, at i: Int, _ block: Prose.Block, _ found: inout [Match],
    _ exceptions: inout [Match]
  ) {
    guard matches(candidates[index], prose, at: i, before: block.words.upperBound) else { return }
    let match = Match(phrase: candidates[index].phrase, words: i..<i + candidates[index].words.count)
    if candidates[index].isException { exceptions.append(match) } else { found.append(match) }
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
