import Content
import Diagnostics
import Markdown

/// A telephone number in running text.
struct PhoneNumber {
  /// Bytes of `Prose.text`.
  let range: Range<Int>
  /// What a phone would be given, without signs.
  let digits: String
}

/// Finds telephone numbers in running text, and leaves alone what only looks like one: years, ranges, counts, doses,
/// identifiers.
///
/// Some numbers are known by their form, such as `0800 068 4141` or `+44 …`. Short ones are numbers of a telephone only
/// after a word such as `call`, which stands in the word list `dialling`.
struct PhoneNumbers {
  private let prose: Prose
  private let register: PhoneRegister
  /// Indices of the words after which a number is one to dial, in order.
  private let cues: [Int]

  static func find(in prose: Prose, _ input: CheckInput) -> [PhoneNumber] {
    if prose.numerals.isEmpty { return [] }
    let cues = prose.matches(in: "dialling").map { $0.words.upperBound - 1 }
    return PhoneNumbers(prose: prose, register: input.phoneRegister, cues: cues).find()
  }

  private func find() -> [PhoneNumber] {
    var found: [PhoneNumber] = []
    // The first word behind the number that was found last.
    var rest = 0
    for i in prose.numerals.lazy.map(Int.init) where i >= rest && isNumber(i) {
      let block = prose.blocks[prose.block(ofWord: i)]
      // Nearly every number of a page is turned away here.
      guard mayBeDialled(i, in: block), let start = start(of: i, in: block),
        let (number, next) = number(at: i, from: start, in: block)
      else { continue }
      found.append(number)
      rest = next
    }
    return found
  }

  /// A cheap test: whether word `i` is long, or stands beside other digits, or after a word such as `call`.
  private func mayBeDialled(_ i: Int, in block: Prose.Block) -> Bool {
    if prose.words[i].length > 4 || cue(before: i) != nil { return true }
    guard i + 1 < block.words.upperBound else { return false }
    let next = prose.words[i + 1]
    return Int(next.start) - end(of: i) <= 3 && Self.isDigit(prose.text[Int(next.start)])
      && prose.text[end(of: i)] != UInt8(ascii: ",")
  }

  /// The first byte of a number that may begin with word `i`; nil if none can.
  private func start(of i: Int, in block: Prose.Block) -> Int? {
    var start = Int(prose.words[i].start)
    if start > block.text.lowerBound, prose.text[start - 1] == UInt8(ascii: "(") { start -= 1 }
    if start > block.text.lowerBound, prose.text[start - 1] == UInt8(ascii: "+") { start -= 1 }
    guard start == block.text.lowerBound || Gap.mayStandBefore(prose.text[block.text.lowerBound..<start]) else {
      return nil
    }
    if i > block.words.lowerBound, Self.identifiers.contains(prose.words[i - 1].hash) { return nil }
    return start
  }

  /// Words before numbers that nobody dials.
  private static let identifiers = Set(
    ["isbn", "issn", "doi", "pmid", "pmcid", "nct", "isrctn", "orcid", "cas", "eudract"].map(WordHash.of))

  /// The longest number that begins with word `i`, and the word after it.
  private func number(at i: Int, from start: Int, in block: Prose.Block) -> (PhoneNumber, next: Int)? {
    var groups = [Group(words: i, text: digits(i), gap: .none)]
    while groups.count < 7, let last = groups.last, last.words + 1 < block.words.upperBound {
      let next = last.words + 1
      let gap = Gap(prose.text[end(of: last.words)..<Int(prose.words[next].start)])
      guard gap != .none, !last.isSpelt, gap != .beforeBracket || prose.text[start] == UInt8(ascii: "+") else { break }
      if isNumber(next) {
        groups.append(Group(words: next, text: digits(next), gap: gap))
      } else if isSpelt(next), groups.count > 1 || groups[0].text.count == 4 {
        groups.append(Group(words: next, text: digits(next), gap: gap, isSpelt: true))
      } else {
        break
      }
    }
    while let last = groups.last {
      let next = last.words + 1
      let form = Form(
        groups: groups, hasPlus: prose.text[start] == UInt8(ascii: "+"), cue: cue(before: i),
        isCounted: isCounted(after: last.words, block), register: register)
      if Gap.mayStandAfter(prose.text[end(of: last.words)..<block.text.upperBound]), form.isPhoneNumber {
        let hasBracket = groups.contains { $0.gap == .afterBracket }
        let first = !hasBracket && prose.text[start] == UInt8(ascii: "(") ? start + 1 : start
        return (PhoneNumber(range: first..<end(of: last.words), digits: form.digits), next)
      }
      groups.removeLast()
    }
    return nil
  }

  /// How many words before word `i` a word such as `call` stands in the same part of a sentence; nil if none does.
  private func cue(before i: Int) -> Int? {
    guard !cues.isEmpty, let cue = cues.last(where: { $0 < i }), i - cue <= 5 else { return nil }
    let between = prose.text[end(of: cue)..<Int(prose.words[i].start)]
    return between.contains { ".,;!?\n".utf8.contains($0) } ? nil : i - cue
  }

  /// Whether a long word follows, as what is counted does: `500 people`. Little words go on with a sentence: `111 or`.
  private func isCounted(after i: Int, _ block: Prose.Block) -> Bool {
    guard i + 1 < block.words.upperBound, case let next = prose.words[i + 1], Int(next.start) == end(of: i) + 1,
      prose.text[end(of: i)] == 32
    else { return false }
    return next.length > 4 && prose.text[Int(next.start)] >= 97
  }

  private func end(of i: Int) -> Int { Int(prose.words[i].start + prose.words[i].length) }

  private func isNumber(_ i: Int) -> Bool {
    let word = prose.words[i]
    guard Self.isDigit(prose.text[Int(word.start)]), word.length <= 15 else { return false }
    return prose.text[Int(word.start)..<end(of: i)].allSatisfy(Self.isDigit)
  }

  /// A word in capitals that stands for digits, as in `1-800-662-HELP`.
  private func isSpelt(_ i: Int) -> Bool {
    (4...7).contains(prose.words[i].length)
      && prose.text[Int(prose.words[i].start)..<end(of: i)].allSatisfy { $0 >= 65 && $0 <= 90 }
  }

  private func digits(_ i: Int) -> String { Keypad.digits(prose.string(prose.words[i]), letters: true) }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}

/// Digits that stand together.
private struct Group {
  /// Index of its word.
  let words: Int
  let text: String
  /// What stands before it, after another group.
  let gap: Gap
  var isSpelt = false
}

/// What stands between groups of digits.
private enum Gap {
  case none, space, hyphen, dot, afterBracket, beforeBracket

  init(_ bytes: ArraySlice<UInt8>) {
    switch String(decoding: bytes, as: UTF8.self) {
    case " ", "\u{A0}", "\u{202F}", "\u{2009}": self = .space
    case "-", "\u{2010}", "\u{2011}", " - ": self = .hyphen
    case ".": self = .dot
    case ")", ") ", ")\u{A0}", ")-": self = .afterBracket
    case " (": self = .beforeBracket
    default: self = .none
    }
  }

  /// Whether digits after these bytes may begin a number. Not after a sign of money, a full stop or a slash.
  static func mayStandBefore(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.last else { return true }
    if last < 0x80 { return " (\"':[".utf8.contains(last) }
    let end = String(decoding: bytes.suffix(3), as: UTF8.self)
    return ["\u{A0}", "\u{202F}", "“", "”", "‘", "’", "«", "„"].contains { end.hasSuffix($0) }
  }

  /// Whether a number may end before these bytes. Not within a decimal, a range or a share.
  static func mayStandAfter(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    let second = bytes.dropFirst().first ?? 0
    switch first {
    case UInt8(ascii: "%"), UInt8(ascii: "/"), UInt8(ascii: "="): return false
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"):
      return !(second >= 48 && second <= 57)
    default: return !String(decoding: bytes.prefix(3), as: UTF8.self).hasPrefix("–")
    }
  }
}

/// What groups of digits look like.
private struct Form {
  let groups: [Group]
  let hasPlus: Bool
  /// Words since one such as `call`.
  let cue: Int?
  let isCounted: Bool
  let register: PhoneRegister

  /// Without the `(0)` that is dialled within a country only.
  var digits: String {
    groups.filter { !(hasPlus && $0.gap == .beforeBracket && $0.text == "0") }.map(\.text).joined()
  }

  var isPhoneNumber: Bool {
    let digits = digits
    let count = digits.utf8.count
    guard (3...15).contains(count), !isDate else { return false }
    if hasPlus { return count >= 7 && digits.first != "0" }
    let isKnown = !register.lines(with: digits).isEmpty || Self.emergencyNumbers.contains(digits)
    if groups.contains(where: { $0.gap == .dot }), !isDotted { return false }
    if hasTrunkPrefix(count) || isNorthAmerican || isFreephone(count) { return true }
    if isKnown, count >= 5, !isCounted { return true }
    guard let cue else { return false }
    if isKnown, cue == 1 || !isCounted { return true }
    // Nobody counts in groups of four digits.
    if isCounted { return count >= 7 && cue <= 2 && !isInThousands }
    return count >= 7 ? true : cue <= 3 && (groups.count == 1 || count >= 5) && !isYear(digits)
  }

  /// What people are told to call anywhere in the world; each country's own stand in the register.
  private static let emergencyNumbers: Set<String> = [
    "000", "110", "111", "112", "113", "118", "119", "911", "988", "995", "999",
  ]

  /// `0800 068 4141`, `(02) 1234 5678`: a nought, and too many digits for a date.
  private func hasTrunkPrefix(_ count: Int) -> Bool {
    guard groups[0].text.hasPrefix("0"), (9...12).contains(count) else { return false }
    let isBookNumber = groups.count == 4 && groups[0].text.count == 1 && groups[1].gap == .hyphen
    // `Boston, MA 02110-1301`.
    let isPostcode = groups.map(\.text.count) == [5, 4] && groups[1].gap == .hyphen
    return !isBookNumber && !isPostcode && (groups.count > 1 || count >= 10)
  }

  /// `1-800-662-4357`, `(212) 555-0123`.
  private var isNorthAmerican: Bool {
    let parts = groups.first?.text == "1" ? groups.dropFirst() : groups[...]
    guard parts.count == 3, let area = parts.first, area.text.count == 3, let last = parts.last else { return false }
    let exchange = parts[parts.startIndex + 1].text
    return exchange.count == 3 && (last.text.count == 4 || last.isSpelt)
      && area.text.first.map { $0 > "1" } == true && exchange.first.map { $0 > "1" } == true
  }

  /// `1800 459 459`, as in Ireland and Australia.
  private func isFreephone(_ count: Int) -> Bool {
    count == 10 && ["1800", "1300", "1850", "1890"].contains(groups[0].text)
      && [[4, 3, 3], [4, 2, 2, 2]].contains(groups.map(\.text.count))
  }

  private var isDotted: Bool { groups.count >= 4 && groups.dropFirst().allSatisfy { $0.gap == .dot } }

  private var isInThousands: Bool {
    groups.count == 1 || groups[0].text.count <= 3 && groups.dropFirst().allSatisfy { $0.text.count == 3 }
  }

  /// Years side by side, or a day as `2026-11-21`.
  private var isDate: Bool {
    if groups.count > 1, groups.allSatisfy({ isYear($0.text) }) { return true }
    return groups.map(\.text.count) == [4, 2, 2] && isYear(groups[0].text)
  }

  private func isYear(_ text: String) -> Bool {
    text.utf8.count == 4 && Int(text).map { (1900...2099).contains($0) } == true
  }
}
