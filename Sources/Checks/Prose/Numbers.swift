import Content

extension Prose {
  /// A number in digits, such as `12`, `1,148`, `0.5`, `1960s` or `50mg`.
  struct Number {
    /// Words it covers.
    let words: Range<Int>
    /// Bytes of its digits.
    let digits: Range<Int>
    /// Bytes of the letters that are joined to it, such as `mg`.
    let suffix: Range<Int>
  }

  /// The numbers of a block, in order. Digits inside a name, such as `GluN2B` or `COVID-19`, are none.
  func numbers(in block: Block) -> [Number] {
    var found: [Number] = []
    var i = block.words.lowerBound
    while i < block.words.upperBound {
      guard isDigit(at: Int(words[i].start)) else {
        i += 1
        continue
      }
      let number = number(at: i, before: block.words.upperBound)
      if !isInName(number) { found.append(number) }
      i = number.words.upperBound
    }
    return found
  }

  private func number(at first: Int, before end: Int) -> Number {
    var last = first
    while last + 1 < end {
      let gap = Int(words[last].start + words[last].length)
      guard words[last + 1].start == words[last].start + words[last].length + 1,
        text[gap] == UInt8(ascii: ".") || text[gap] == UInt8(ascii: ","), isDigit(at: gap + 1), isDigit(at: gap - 1)
      else { break }
      last += 1
    }
    let start = Int(words[last].start)
    let upper = start + Int(words[last].length)
    let letters = text[start..<upper].firstIndex { !($0 >= 48 && $0 <= 57) } ?? upper
    return Number(words: first..<(last + 1), digits: Int(words[first].start)..<letters, suffix: letters..<upper)
  }

  /// `COVID-19`, `MK-801`, `5-HT`, `A/4`: a part of it is joined to letters by a mark.
  private func isInName(_ number: Number) -> Bool {
    let start = number.digits.lowerBound
    if start >= 2, text[start - 1] == UInt8(ascii: "-") || text[start - 1] == UInt8(ascii: "_"),
      isLetter(at: start - 2)
    {
      return true
    }
    let end = number.digits.upperBound
    return number.suffix.isEmpty && end + 1 < text.count && text[end] == UInt8(ascii: "-") && isCapital(at: end + 1)
  }

  private func isDigit(at i: Int) -> Bool { text[i] >= 48 && text[i] <= 57 }
  private func isCapital(at i: Int) -> Bool { text[i] >= 65 && text[i] <= 90 }
  private func isLetter(at i: Int) -> Bool { (text[i] | 32) >= 97 && (text[i] | 32) <= 122 }

  /// The hash of some bytes as if they were a word.
  func hash(of range: Range<Int>) -> UInt64 {
    var hash = WordHash()
    for byte in text[range] { hash.add(byte) }
    return hash.value
  }
}
