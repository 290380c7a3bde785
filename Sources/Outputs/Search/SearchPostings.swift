import Content
import Markdown

/// Which words and phrases stand on which pages, and how much each counts there.
///
/// Words are numbers while they are counted, and one that was seen before costs one look at a table: ten thousand pages
/// have some five million.
struct SearchPostings {
  /// The most that a word can count on one page; the file holds `page * scale + weight`.
  static let scale = 64

  private let words: SearchWords
  /// What each number stands for.
  private var texts: [String] = []
  private var numberByText: [String: Int32] = [:]
  /// The number of a word by its bytes as they are written, in small letters.
  private var numberByWritten: [[UInt8]: Int32] = [:]
  /// Phrases that mean what one word means, by the number of their first word; the longest first.
  private var phrases: [Int32: [(rest: [Int32], name: Int32)]] = [:]
  private var ignored = Set<Int32>()
  /// For each number, its pages with their weights, in the order of the pages.
  private var places: [[Int]] = []
  /// Whether the word stands anywhere but in running text.
  private var isStrong: [Bool] = []
  /// For the page that is being added: what each word counts there, and how often it stands in the text.
  private var weight: [Int] = []
  private var times: [Int] = []
  private var touched: [Int32] = []

  init(_ words: SearchWords) {
    self.words = words
    for word in words.ignored { ignored.insert(number(of: word)) }
    for (phrase, name) in words.same {
      let parts = phrase.split(separator: " ").map { number(of: String($0)) }
      phrases[parts[0], default: []].append((Array(parts.dropFirst()), number(of: name)))
    }
    for text in words.written {
      for word in numbers(Array(text.utf8)[...]).words { isStrong[Int(word)] = true }
    }
    for key in phrases.keys { phrases[key]?.sort { $0.rest.count > $1.rest.count } }
  }

  mutating func add(_ entry: SearchEntry, as page: Int) {
    let phrases = entry.phrases.map { words.terms($0) }
    let questions = entry.phrases.map { words.meanings($0) }
    for field in entry.fields {
      for word in terms(Array(field.text.utf8)[...]) {
        touch(word)
        // The second time a word is said, it says less.
        weight[Int(word)] += weight[Int(word)] == 0 ? field.weight : (field.weight + 2) / 3
        isStrong[Int(word)] = true
      }
    }
    for word in Set(phrases.lazy.filter { $0.count == 1 }.joined()) {
      let i = number(of: word)
      touch(i)
      weight[Int(i)] += SearchEntry.Weight.alone
    }
    if let found = entry.page {
      SearchText.each(of: found) { text in
        for word in terms(text) {
          touch(word)
          times[Int(word)] += 1
        }
      }
    }
    for word in touched {
      let i = Int(word)
      let text = times[i] == 0 ? 0 : min(4, Int.bitWidth - times[i].leadingZeroBitCount)
      places[i].append(page * Self.scale + min(weight[i] + text, Self.scale - 1))
      weight[i] = 0
      times[i] = 0
    }
    touched.removeAll(keepingCapacity: true)
    // In the order of the alphabet, so that `wee hurts` is found by `it hurts to wee`.
    for phrase in Set((phrases + questions).filter { $0.count > 1 }.map { $0.sorted().joined(separator: " ") }) {
      places[Int(number(of: phrase))].append(page * Self.scale + Self.scale - 1)
    }
  }

  /// Words and phrases that are on any page, in the order in which scripts compare texts.
  var sorted: [String] {
    texts.indices.filter { !places[$0].isEmpty }.map { texts[$0] }
      .sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
  }

  /// Pages and weights; if there are too many, minus their number and then those that count most.
  func places(of word: String) -> SearchJSON {
    let all = places[Int(numberByText[word] ?? 0)]
    guard all.count > SearchIndex.pagesOfWord else { return .numbers(all) }
    let best = all.sorted { ($1 % Self.scale, $0) < ($0 % Self.scale, $1) }.prefix(SearchIndex.pagesOfWord)
    return .numbers([-all.count] + best.sorted())
  }

  /// Words as they are written: those of titles, descriptions and the like, then longer ones that stand in running text
  /// alone. Of each, those on most pages first. Nothing with a digit: no number is a slip of another.
  func spellings(_ limit: Int) -> [String] {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let worth = numberByWritten.filter { written, word in
      !ignored.contains(word) && written.count > (isStrong[Int(word)] ? 2 : 4)
        && !written.contains(where: digits.contains)
    }
    let sorted = worth.map { written, word in
      (isStrong[Int(word)] ? 0 : 1, -places[Int(word)].count, String(decoding: written, as: UTF8.self))
    }.sorted { $0 < $1 }
    return sorted.prefix(limit).map(\.2)
  }

  private mutating func touch(_ word: Int32) {
    if weight[Int(word)] == 0, times[Int(word)] == 0 { touched.append(word) }
  }

  private mutating func number(of text: String) -> Int32 {
    if let known = numberByText[text] { return known }
    let number = Int32(texts.count)
    numberByText[text] = number
    texts.append(text)
    places.append([])
    isStrong.append(false)
    weight.append(0)
    times.append(0)
    return number
  }

  /// As `SearchWords.terms`, in numbers. A word with marks on its letters also counts without them.
  private mutating func terms(_ text: ArraySlice<UInt8>) -> [Int32] {
    let (numbers, plain) = numbers(text)
    var found: [Int32] = []
    var i = 0
    while i < numbers.count {
      let phrase = phrases[numbers[i]]?.first { numbers[(i + 1)...].starts(with: $0.rest) }
      found.append(phrase?.name ?? numbers[i])
      i += 1 + (phrase?.rest.count ?? 0)
    }
    return (found + plain).filter { !ignored.contains($0) }
  }

  private mutating func numbers(_ text: ArraySlice<UInt8>) -> (words: [Int32], plain: [Int32]) {
    var numbers: [Int32] = []
    var plain: [Int32] = []
    SearchTokens.each(in: text) { written in
      let known = numberByWritten[written]
      if let known, written.allSatisfy({ $0 < 128 }) {
        numbers.append(known)
        return
      }
      let word = String(decoding: written, as: UTF8.self)
      let found = known ?? number(of: words.normal(word))
      numberByWritten[written] = found
      numbers.append(found)
      if let bare = SearchWords.plain(word) { plain.append(number(of: words.normal(bare))) }
    }
    return (numbers, plain)
  }
}

/// The running text of a page: its blocks, captions, and what its directives draw from data.
private enum SearchText {
  static func each(of page: Page, _ found: (ArraySlice<UInt8>) -> Void) {
    let document = page.document
    var text: [UInt8] = []
    for node in document.nodes {
      switch node.kind {
      case .text, .code: text += document.bytes(node.payload)
      case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
      case .emphasis, .strong, .strikethrough, .link, .citation: break
      default:
        if !text.isEmpty { found(text[...]) }
        text.removeAll(keepingCapacity: true)
      }
    }
    if !text.isEmpty { found(text[...]) }
    for directive in document.directives {
      for attribute in directive.attributes where attribute.name == "title" || attribute.name == "caption" {
        found(Array(attribute.value.utf8)[...])
      }
    }
    for rows in page.rows.values {
      for entry in rows.lazy.flatMap({ $0.entries ?? [] }) {
        // Addresses are no words.
        guard let text = entry.value.scalar, !text.contains("://") else { continue }
        found(Array(text.utf8)[...])
      }
    }
  }
}
