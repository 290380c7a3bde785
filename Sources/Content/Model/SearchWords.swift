/// Makes of text the words that are searched for. `templates/assets/search.js` does the same to what is typed: what is
/// changed here has to be changed there.
package struct SearchWords {
  private let endings: [String]
  private let spellings: [(from: String, to: String)]
  /// Words that say nothing, as `normal` makes them.
  package let ignored: Set<String>
  /// What stands for a word or phrase, by its words with spaces between: `k hol` → `khol`.
  package let same: [String: String]
  /// The same, and what is pinned, as they are written.
  package let written: [String]

  /// - Parameter data: nil for a language of which nobody has said anything: its words are searched as they are.
  package init(_ data: SearchData?) {
    endings = data?.endings ?? []
    spellings = data?.spellings ?? []
    let bare = SearchWords(endings: endings, spellings: spellings)
    ignored = Set((data?.ignored ?? []).flatMap(bare.words))
    var same: [String: String] = [:]
    for group in data?.same ?? [] {
      let phrases = group.map(bare.words)
      guard let name = phrases.first?.joined() else { continue }
      for phrase in phrases where phrase.count > 0 && phrase != [name] { same[phrase.joined(separator: " ")] = name }
    }
    self.same = same
    written = (data?.same ?? []).flatMap(\.self) + (data?.pinned ?? []).flatMap(\.phrases)
  }

  private init(endings: [String], spellings: [(from: String, to: String)]) {
    self.endings = endings
    self.spellings = spellings
    ignored = []
    same = [:]
    written = []
  }

  /// The longest phrase that `same` knows, in words.
  static let longestPhrase = 5

  /// What somebody who types `text` looks for: phrases and words that mean the same are one.
  package func meanings(_ text: String) -> [String] {
    let words = words(text)
    var found: [String] = []
    var i = 0
    while i < words.count {
      var length = min(Self.longestPhrase, words.count - i)
      while length > 0 {
        if let name = same[words[i..<(i + length)].joined(separator: " ")] {
          found.append(name)
          break
        }
        length -= 1
      }
      if length == 0 { found.append(words[i]) }
      i += max(length, 1)
    }
    return found
  }

  /// As `meanings`, without the words that say nothing.
  package func terms(_ text: String) -> [String] { meanings(text).filter { !ignored.contains($0) } }

  /// The words of a text, as `normal` makes them.
  package func words(_ text: String) -> [String] {
    var found: [String] = []
    SearchTokens.each(in: Array(text.utf8)[...]) { found.append(normal(String(decoding: $0, as: UTF8.self))) }
    return found
  }

  /// A word without its ending, spelt as the site spells it, without the second of two equal letters at its end.
  ///
  /// - Parameter word: in small letters.
  package func normal(_ word: String) -> String {
    var word = word
    for (from, to) in spellings where word.contains(from) { word.replace(from, with: to) }
    Self.undouble(&word)
    for ending in endings where word.hasSuffix(ending) && word.utf16.count - ending.utf16.count >= 3 {
      word.removeLast(ending.count)
      break
    }
    Self.undouble(&word)
    return word
  }

  private static func undouble(_ word: inout String) {
    if word.utf16.count > 3, let last = word.last, word.dropLast().last == last { word.removeLast() }
  }

  /// The word without the marks on its letters, `México` → `mexico`, for those who cannot type them; nil if it has none.
  package static func plain(_ word: String) -> String? {
    guard !word.utf8.allSatisfy({ $0 < 128 }) else { return nil }
    var plain = ""
    for scalar in word.unicodeScalars {
      // Such as LATIN SMALL LETTER E WITH ACUTE.
      let name = (scalar.properties.name ?? "").split(separator: " ")
      if name.count > 4, name[3].count == 1, name[4] == "WITH", name.starts(with: ["LATIN", "SMALL", "LETTER"]) {
        plain += name[3].lowercased()
      } else if scalar.properties.generalCategory != .nonspacingMark {
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain == word ? nil : plain
  }
}

/// Splits text into words: letters, digits and marks, in small letters. Apostrophes are dropped, so `can't` is `cant`.
package enum SearchTokens {
  /// - Parameter text: UTF-8.
  package static func each(in text: ArraySlice<UInt8>, _ found: ([UInt8]) -> Void) {
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { found(word) }
      word.removeAll(keepingCapacity: true)
    }
    var rest = text
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "'"): break
      case 0..<128: end()
      default:
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        for scalar in String(decoding: rest.prefix(length), as: UTF8.self).unicodeScalars {
          if scalar == "\u{2019}" { continue }
          if isOfWord(scalar) { word.append(contentsOf: scalar.properties.lowercaseMapping.utf8) } else { end() }
        }
        rest = rest.dropFirst(length)
        continue
      }
      rest = rest.dropFirst()
    }
    end()
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
