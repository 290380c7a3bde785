extension Prose {
  /// Words of one sentence, as indices into `words`.
  ///
  /// A sentence ends at a full stop, question mark or exclamation mark, with what closes quotes and brackets behind it,
  /// before white space. Not after a known abbreviation, a single letter, or before a small letter.
  package func sentences(of block: Block) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = block.words.lowerBound
    for i in block.words {
      let end = Int(words[i].start + words[i].length)
      let next = i + 1 < block.words.upperBound ? Int(words[i + 1].start) : block.text.upperBound
      guard endsSentence(after: i, in: end..<next) else { continue }
      found.append(start..<(i + 1))
      start = i + 1
    }
    if start < block.words.upperBound { found.append(start..<block.words.upperBound) }
    return found
  }

  /// - Parameter gap: the bytes between a word and the next.
  private func endsSentence(after i: Int, in gap: Range<Int>) -> Bool {
    guard
      let mark = gap.first(where: { at in
        text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: "?") || text[at] == UInt8(ascii: "!")
      })
    else { return false }
    guard text[mark...].prefix(gap.upperBound - mark).contains(where: { $0 == 32 }) else { return false }
    if text[mark] != UInt8(ascii: ".") { return true }
    // `e.g. this`: the next word goes on.
    if gap.upperBound < text.count, case let byte = text[gap.upperBound], byte >= 97, byte <= 122 { return false }
    let word = string(words[i]).lowercased()
    return word.count > 1 && !Self.abbreviations.contains(word) || word.first?.isNumber == true
  }

  private static let abbreviations: Set<String> = [
    "dr", "prof", "mr", "mrs", "ms", "st", "vs", "etc", "al", "fig", "no", "approx", "inc", "ltd", "eg", "ie",
  ]
}
