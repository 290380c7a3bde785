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
    let bytes = Array(text.utf8)
    append(of: bytes, 0..<bytes.count, to: &words)
    return words.map(\.hash)
  }

  static func append(of text: [UInt8], _ range: Range<Int>, to words: inout [Prose.Word]) {
    text.withUnsafeBufferPointer { text in
      var i = range.lowerBound
      while i < range.upperBound {
        guard letterLength(text, i, range.upperBound) > 0 else {
          i += text[i] < 0x80 ? 1 : max(1, width(text[i]))
          continue
        }
        let start = i
        var hash = WordHash()
        var last: UInt8 = 0
        var before = hash.value
        while i < range.upperBound {
          // Nearly all letters are ASCII.
          while i < range.upperBound, text[i] | 32 &- 97 < 26 || text[i] &- 48 < 10 {
            before = hash.value
            last = text[i]
            hash.addFolded(last | 32)
            i += 1
          }
          guard i < range.upperBound else { break }
          let length = letterLength(text, i, range.upperBound)
          if length > 0 {
            for k in i..<(i + length) {
              before = hash.value
              hash.add(text[k])
            }
            last = text[i + length - 1]
            i += length
          } else {
            let mark = apostropheLength(text, i, range.upperBound)
            guard mark > 0, i + mark < range.upperBound, letterLength(text, i + mark, range.upperBound) > 0 else {
              break
            }
            // A curly one counts as a straight one.
            before = hash.value
            hash.add(UInt8(ascii: "'"))
            i += mark
          }
        }
        let isPlural = last | 32 == UInt8(ascii: "s") && i - start > 3
        words.append(
          Prose.Word(
            start: Int32(start), length: Int32(i - start), hash: hash.value, stem: isPlural ? before : hash.value))
      }
    }
  }

  /// Bytes of the letter or digit at `i`; 0 if there is none.
  @inline(__always)
  private static func letterLength(_ text: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Int {
    let byte = text[i]
    if byte < 0x80 {
      let lower = byte | 32
      return (lower >= 97 && lower <= 122) || (byte >= 48 && byte <= 57) ? 1 : 0
    }
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
