/// FNV-1a over lower-case ASCII letters, so that a word is found in a list without making a string of it.
///
/// Two different words with one hash among the few thousand of a list and a page are less likely than a broken disk: 64
/// bits.
package struct WordHash {
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    let lower = byte >= 65 && byte <= 90 ? byte | 32 : byte
    value = (value ^ UInt64(lower)) &* 0x100_0000_01b3
  }

  /// Adds a byte that is no capital letter.
  @inline(__always)
  mutating func addFolded(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  package static func of(_ word: String) -> UInt64 {
    var hash = WordHash()
    for byte in word.utf8 { hash.add(byte) }
    return hash.value
  }
}

/// Cuts text into words: runs of letters and digits. An apostrophe within a word belongs to it, a hyphen ends it, so that
/// `game-changer` and `game changer` are the same two words.
enum Words {
  /// Hashes of the words of a text of its own, such as an entry of a list.
  static func hashes(of text: String) -> [UInt64] {
    var words: [Prose.Word] = []
    var numerals: [Int32] = []
    let bytes = Array(text.utf8)
    append(of: bytes, 0..<bytes.count, to: &words, numerals: &numerals)
    return words.map(\.hash)
  }

  /// - Parameter numerals: gets the indices of words that begin with a digit.
  static func append(
    of text: [UInt8], _ range: Range<Int>, to words: inout [Prose.Word], numerals: inout [Int32]
  ) {
    text.withUnsafeBufferPointer { text in
      ascii.withUnsafeBufferPointer { ascii in
        var i = range.lowerBound
        while i < range.upperBound {
          let first = text[i]
          if ascii[Int(first)] == 0, letterLength(text, i, range.upperBound) == 0 {
            i += first < 0x80 ? 1 : width(first)
            continue
          }
          if first &- 48 < 10 { numerals.append(Int32(words.count)) }
          let word = word(at: i, in: text, before: range.upperBound, ascii)
          i += Int(word.length)
          words.append(word)
        }
      }
    }
  }

  /// Letters and digits of ASCII, as small ones; 0 for all other bytes.
  private static let ascii: [UInt8] = (0...255).map { (byte: UInt8) in
    byte &- 48 < 10 || byte | 32 &- 97 < 26 ? byte | 32 : 0
  }

  /// The word that begins at `start`.
  @inline(__always)
  private static func word(
    at start: Int, in text: UnsafeBufferPointer<UInt8>, before end: Int, _ ascii: UnsafeBufferPointer<UInt8>
  ) -> Prose.Word {
    var i = start
    var hash = WordHash()
    // That of all bytes but the last.
    var before = hash
    while true {
      // Nearly all letters are ASCII.
      while i < end, case let letter = ascii[Int(text[i])], letter != 0 {
        before = hash
        hash.addFolded(letter)
        i += 1
      }
      guard i < end, text[i] >= 0x80 || text[i] == UInt8(ascii: "'") else { break }
      let length = letterLength(text, i, end)
      if length > 0 {
        for k in i..<(i + length) {
          before = hash
          hash.add(text[k])
        }
        i += length
      } else {
        let mark = apostropheLength(text, i, end)
        guard mark > 0, i + mark < end, letterLength(text, i + mark, end) > 0 else { break }
        // A curly one counts as a straight one.
        before = hash
        hash.add(UInt8(ascii: "'"))
        i += mark
      }
    }
    let isPlural = text[i - 1] | 32 == UInt8(ascii: "s") && i - start > 3
    // No document is longer than Int32 counts: its nodes could not say so.
    return Prose.Word(
      start: Int32(truncatingIfNeeded: start), length: Int32(truncatingIfNeeded: i - start), hash: hash.value,
      stem: isPlural ? before.value : hash.value)
  }

  /// Bytes of the letter or digit at `i`; 0 if there is none.
  @inline(__always)
  private static func letterLength(_ text: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Int {
    let byte = text[i]
    if byte < 0x80 { return byte &- 48 < 10 || byte | 32 &- 97 < 26 ? 1 : 0 }
    let length = width(byte)
    guard i + length <= end else { return 0 }
    // General punctuation (U+2000 to U+206F), quotes and signs of Latin-1 (U+00A0 to U+00BF), CJK punctuation.
    if byte == 0xE2, text[i + 1] == 0x80 || text[i + 1] == 0x81 { return 0 }
    if byte == 0xC2 { return 0 }
    if byte == 0xE3, text[i + 1] == 0x80 { return 0 }
    return length
  }

  private static func apostropheLength(_ text: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Int {
    if text[i] == UInt8(ascii: "'") { return 1 }
    return i + 2 < end && text[i] == 0xE2 && text[i + 1] == 0x80 && text[i + 2] == 0x99 ? 3 : 0
  }

  @inline(__always)
  private static func width(_ byte: UInt8) -> Int { byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }
}
