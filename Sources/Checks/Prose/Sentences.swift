extension Prose {
  /// Words of one sentence, as indices into `words`.
  ///
  /// A sentence ends at a full stop, question mark, exclamation mark or ellipsis, with what closes quotes and brackets
  /// behind it, before white space. Not before a small letter, so that `"Are you OK?" she asks` stays one; nor after
  /// what is commonly written with a full stop, such as `Dr.`, `e.g.` and the initials of a name.
  package func sentences(of block: Block) -> [Range<Int>] {
    var found: [Range<Int>] = []
    eachSentence(of: block) { found.append($0) }
    return found
  }

  /// Calls `body` with the words of each sentence, in order.
  @inline(__always)
  func eachSentence(of block: Block, _ body: (Range<Int>) -> Void) {
    var start = block.words.lowerBound
    // Nearly always just a space stands behind a word.
    for i in block.words.dropLast()
    where words[i + 1].start > words[i].start + words[i].length + 1 && endsSentence(at: i, from: start) {
      body(start..<(i + 1))
      start = i + 1
    }
    if start < block.words.upperBound { body(start..<block.words.upperBound) }
  }

  /// The sentence that a word stands in.
  func sentence(around word: Int, in block: Block) -> Range<Int> {
    var start = block.words.lowerBound
    for i in block.words.dropLast() where endsSentence(at: i, from: start) {
      if i >= word { return start..<(i + 1) }
      start = i + 1
    }
    return start..<block.words.upperBound
  }

  /// Words as a reader counts them: `self-harm`, `8,282` and `and/or` are one each.
  func wordCount(_ range: Range<Int>) -> Int {
    var count = 0
    for i in range where i == range.lowerBound || isParted(between: i - 1, and: i) { count += 1 }
    return count
  }

  private func isParted(between i: Int, and next: Int) -> Bool {
    gap(between: i, and: next).contains { at in
      // White space, or the first byte of a dash in UTF-8.
      text[at] == 32 || text[at] == 10 || text[at] == 0xE2
    }
  }

  /// The mark that ends a sentence; nil if it goes without.
  func mark(after sentence: Range<Int>, in block: Block) -> UInt8? {
    guard let last = sentence.last else { return nil }
    let end = last + 1 < block.words.upperBound ? Int(words[last + 1].start) : block.text.upperBound
    return text[Int(words[last].start + words[last].length)..<end].first { Self.isMark($0) }
  }

  /// Bytes between a word and a later one.
  func gap(between i: Int, and next: Int) -> Range<Int> {
    Int(words[i].start + words[i].length)..<Int(words[next].start)
  }

  /// Whether something that may end a sentence or a clause of its own stands between two words. Cheaper and less exact
  /// than asking for sentences.
  func hasSentenceMark(between i: Int, and next: Int) -> Bool {
    let gap = gap(between: i, and: next)
    return gap.count > 1 && gap.contains { Self.isMark(text[$0]) || text[$0] == UInt8(ascii: ";") }
  }

  func startsWithCapital(_ i: Int) -> Bool { (65...90).contains(text[Int(words[i].start)]) }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
  }

  private func endsSentence(at i: Int, from start: Int) -> Bool {
    let gap = gap(between: i, and: i + 1)
    if gap.count < 2 { return false }
    guard
      let mark = gap.first(where: { at in
        Self.isMark(text[at]) || (text[at] == 0xE2 && text[at...].starts(with: [0xE2, 0x80, 0xA6]))
      }), text[mark..<gap.upperBound].contains(where: { $0 == 32 })
    else { return false }
    let next = text[gap.upperBound]
    if next >= 97, next <= 122 { return false }
    guard text[mark] == UInt8(ascii: ".") else { return true }
    let word = words[i]
    if word.length == 1 { return endsSentence(atLetter: i, from: start) }
    let isNumber = next >= 48 && next <= 57
    if isNumber, Self.beforeNumbers.contains(word.hash) { return false }
    // `1. Call for help` is a heading with its number.
    if i == start, (48...57).contains(text[Int(word.start)]) { return false }
    return !Self.titles.contains(word.hash)
  }

  /// A letter and a full stop before a capital: `Calvin L. Stevens` and `U.S. Food` go on, `hepatitis C. People` does
  /// not.
  private func endsSentence(atLetter i: Int, from start: Int) -> Bool {
    let byte = text[Int(words[i].start)]
    if byte >= 48, byte <= 57 { return i > start }
    guard i > start else { return false }
    let before = gap(between: i - 1, and: i)
    if before.count == 1, text[before.lowerBound] == UInt8(ascii: ".") {
      // `e.g.` and `i.e.` never end one; `p.m.` and `U.S.` do where a common first word follows.
      return !Self.latin.contains(words[i].hash) && Self.starters.contains(words[i + 1].hash)
    }
    return !startsWithCapital(i - 1) || Self.starters.contains(words[i + 1].hash)
  }

  // Lists as short as these are sooner gone through than hashed.
  private static func hashes(_ list: [String]) -> [UInt64] { list.map { WordHash.of($0) } }
  private static let titles = hashes(["dr", "prof", "mr", "mrs", "ms", "vs", "approx", "eg", "ie", "cf"])
  private static let beforeNumbers = hashes(["no", "nos", "fig", "figs", "art", "vol", "sect", "p", "pp"])
  private static let latin = hashes(["g", "e"])
  private static let starters = Set(
    hashes([
      "a", "after", "an", "and", "as", "ask", "at", "before", "both", "but", "by", "call", "do", "for", "he", "how",
      "however", "i", "if", "in", "it", "its", "many", "more", "most", "never", "no", "not", "on", "or", "other", "our",
      "people", "she", "so", "some", "such", "that", "the", "their", "then", "there", "these", "they", "this", "those",
      "to", "tell", "use", "we", "what", "when", "where", "who", "with", "you", "your",
    ]))
}
