import Content

/// What checks ask about the sentence around a word.
extension Prose {
  /// Words of the sentence that word `i` stands in.
  func sentence(of i: Int) -> Range<Int> {
    let block = blocks[block(ofWord: i)]
    return sentences(of: block).first { $0.contains(i) } ?? block.words
  }

  /// Index of the block that word `i` stands in.
  func block(ofWord i: Int) -> Int { block(at: Int(words[i].start)) }

  /// Whether some words are one run, with nothing but spaces, hyphens and the like between them. Phrases are found
  /// without regard to full stops: "lowers the risk. Free advice" is not "risk free".
  func isUnbroken(_ range: Range<Int>) -> Bool {
    text[self.range(ofWords: range)].allSatisfy { byte in
      byte != UInt8(ascii: ".") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "!") && byte != UInt8(ascii: ";")
        && byte != UInt8(ascii: ":")
    }
  }

  /// Whether a word has capital letters only, two at least.
  func isShouted(_ i: Int) -> Bool {
    let word = words[i]
    let bytes = text[Int(word.start)..<Int(word.start + word.length)]
    return bytes.count > 1 && bytes.allSatisfy { $0 >= 65 && $0 <= 90 }
  }

  /// The first byte after a word that is no space; 0 at the end.
  func byte(afterWord i: Int) -> UInt8 {
    let end = Int(words[i].start + words[i].length)
    return text[end...].first { $0 != 32 } ?? 0
  }

  /// Matches of one list whose words are one run.
  func phrases(of list: String) -> [PhraseMatch] {
    matches.filter { $0.phrase.list == list && isUnbroken($0.words) }
  }

  /// The first words in `range` that a list of the folder `context/` has.
  func first(of context: String, in range: Range<Int>, _ input: CheckInput) -> Range<Int>? {
    input.words[language]?.contexts[context]?.first(in: self, range)
  }

  func has(_ context: String, in range: Range<Int>, _ input: CheckInput) -> Bool {
    first(of: context, in: range, input) != nil
  }
}
