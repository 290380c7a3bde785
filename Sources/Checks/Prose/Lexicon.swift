/// Finds the phrases of all lists in one walk over the words of a text.
package struct Lexicon: Sendable {
  private struct Candidate: Sendable {
    let hashes: [UInt64]
    /// Index into `phrases`.
    let phrase: Int
    /// Whether the words are fine, though a part of them is not.
    let isException: Bool
  }

  private var phrases: [Phrase] = []
  private var candidates: [UInt64: [Candidate]] = [:]
  /// One bit for each value of a hash's low 16 bits: nearly every word of a page is turned away here.
  private var filter = [UInt64](repeating: 0, count: 1024)

  mutating func add(_ phrase: Phrase, unless exceptions: [String]) {
    phrases.append(phrase)
    add(phrase.text, isException: false)
    for exception in exceptions { add(exception, isException: true) }
  }

  private mutating func add(_ text: String, isException: Bool) {
    var words: [Prose.Word] = []
    let bytes = Array(text.utf8)
    Words.append(of: bytes, 0..<bytes.count, to: &words)
    guard let first = words.first else { return }
    candidates[first.hash, default: []].append(
      Candidate(hashes: words.map(\.hash), phrase: phrases.count - 1, isException: isException))
    filter[Int(first.hash >> 6 & 1023)] |= 1 << (first.hash & 63)
  }

  private func mayBegin(_ hash: UInt64) -> Bool { filter[Int(hash >> 6 & 1023)] & (1 << (hash & 63)) != 0 }

  /// In the order of the text. Where several phrases of one list begin at a word, the longest counts.
  func matches(in prose: Prose) -> [PhraseMatch] {
    if candidates.isEmpty { return [] }
    var found: [(phrase: Int, words: Range<Int>)] = []
    var exceptions: [(phrase: Int, words: Range<Int>)] = []
    for block in prose.blocks {
      for i in block.words {
        let word = prose.words[i]
        guard mayBegin(word.hash) || mayBegin(word.stem) else { continue }
        let here =
          (candidates[word.hash] ?? []) + (word.stem == word.hash ? [] : candidates[word.stem] ?? [])
        for candidate in here where matches(candidate, prose, at: i, before: block.words.upperBound) {
          let words = i..<(i + candidate.hashes.count)
          if candidate.isException {
            exceptions.append((candidate.phrase, words))
          } else {
            found.append((candidate.phrase, words))
          }
        }
      }
    }
    let kept = found.filter { match in
      !exceptions.contains { $0.phrase == match.phrase && $0.words.overlaps(match.words) }
    }
    return kept.filter { match in
      !kept.contains { other in
        phrases[other.phrase].list == phrases[match.phrase].list && other.words.count > match.words.count
          && other.words.overlaps(match.words)
      }
    }.map { PhraseMatch(phrase: phrases[$0.phrase], words: $0.words) }
  }

  /// The first words within `words` that are one of the phrases; nil if there are none.
  ///
  /// For the few sentences that a cheaper test has picked.
  func first(in prose: Prose, _ words: Range<Int>) -> Range<Int>? {
    for i in words {
      let word = prose.words[i]
      guard mayBegin(word.hash) || mayBegin(word.stem) else { continue }
      for hash in word.stem == word.hash ? [word.hash] : [word.hash, word.stem] {
        for candidate in candidates[hash] ?? [] where matches(candidate, prose, at: i, before: words.upperBound) {
          return i..<(i + candidate.hashes.count)
        }
      }
    }
    return nil
  }

  /// Whether one word alone is a phrase.
  func hasWord(_ hash: UInt64) -> Bool {
    mayBegin(hash) && candidates[hash]?.contains { $0.hashes.count == 1 } ?? false
  }

  private func matches(_ candidate: Candidate, _ prose: Prose, at i: Int, before end: Int) -> Bool {
    guard i + candidate.hashes.count <= end else { return false }
    for (k, hash) in candidate.hashes.enumerated().dropFirst() {
      let word = prose.words[i + k]
      guard word.hash == hash || (k == candidate.hashes.count - 1 && word.stem == hash) else { return false }
    }
    return true
  }
}
