import Content
import Diagnostics
import Markdown

extension Check {
  /// A number that nobody can check.
  static let uncitedNumber = Check(
    "evidence/uncited-number", .warning,
    .init(
      finds: "A number, a year or a share such as \"half of\" in a paragraph, item or table that cites no source.",
      why: "A number sounds certain. Without its source nobody can tell whether it is right.",
      bad: [
        "content/page.md": "Ketamine was developed in the 1960s.\n",
        "sitegen.yml":
          "title: Example\nbaseURL: https://example.org/\noutputs: []\nchecks: {evidence/uncited-number: warning}\n",
      ],
      good: [
        "content/page.md": "Ketamine was developed in the 1960s [@domino2010]. Call 999.\n",
        "content/data/references.json": "[{\"id\": \"domino2010\", \"title\": \"Taming the ketamine tiger\"}]\n",
        "content/data/words/en/context/number-unless-before.yml": "[call]\n",
        "sitegen.yml":
          "title: Example\nbaseURL: https://example.org/\noutputs: []\nchecks: {evidence/uncited-number: warning}\n",
      ]),
    isOptIn: true,
    scope: .prose { prose, input in
      var shares = prose.phrases(of: "shares")[...]
      var found: [Finding] = []
      var facts: NumberFacts?
      var table: Int?
      for block in prose.blocks where block.kind == .paragraph || block.kind == .tableCell {
        var share: Range<Int>?
        while let next = shares.first, next.words.lowerBound < block.words.upperBound {
          if share == nil, block.words.contains(next.words.lowerBound) { share = next.words }
          shares.removeFirst()
        }
        if block.hasCitation { continue }
        let numbers = prose.numbers(in: block)
        if numbers.isEmpty, share == nil { continue }
        let known = facts ?? NumberFacts(prose, input)
        facts = known
        let number = numbers.first { known.isFact($0, block) }
        guard number != nil || share != nil, !known.isCitedAround(block) else { continue }
        // A table that cites nothing is told of once.
        if let outer = known.table(of: block) {
          if table == outer { continue }
          table = outer
        }
        let words: Range<Int>
        if let number, number.words.lowerBound < share?.lowerBound ?? Int.max {
          words = number.words
        } else {
          words = share ?? 0..<0
        }
        let text = prose.string(prose.range(ofWords: words))
        found.append(
          Finding(
            at: prose.location(ofWords: words, input), "'\(text)' has no source",
            help: "cite one in the same paragraph, such as [@key], or say it without the number"))
      }
      return found
    })
}

/// What the numbers of one text are for, and what is cited around them.
private struct NumberFacts {
  private let prose: Prose
  private let input: CheckInput
  private let document: Document

  init(_ prose: Prose, _ input: CheckInput) {
    (self.prose, self.input, document) = (prose, input, prose.document)
  }

  /// Whether a number tells something that a source would have to back.
  func isFact(_ number: Prose.Number, _ block: Prose.Block) -> Bool {
    let digits = prose.string(number.digits)
    if prose.text[number.digits.lowerBound] == 48, digits.utf8.count > 1,
      digits.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 })
    {
      return false  // 0800 …
    }
    if prose.text[max(0, number.digits.lowerBound - 1)] == UInt8(ascii: "+") || isSecondHalf(number) { return false }
    if isBesideDigits(number, block) { return false }
    let isPercent =
      number.digits.upperBound < prose.text.count && prose.text[number.digits.upperBound] == UInt8(ascii: "%")
    if isPercent { return !isInLink(number) }
    if input.phoneNumbers.contains(digits) { return false }
    let sentence = prose.sentence(of: number.words.lowerBound)
    let after = number.words.upperBound..<min(sentence.upperBound, number.words.upperBound + 3)
    let before = sentence.lowerBound..<number.words.lowerBound
    if isFollowed(by: after) { return false }
    if !number.suffix.isEmpty,
      input.words[prose.language]?.contexts["number-unless-after"]?.hasWord(prose.hash(of: number.suffix)) ?? false
    {
      return false
    }
    if isNamed(before) { return false }
    if prose.has("emergency-numbers", in: number.words, input), prose.has("call-words", in: sentence, input) {
      return false
    }
    if prose.has("number-unless", in: sentence, input) { return false }
    return !isInLink(number)
  }

  /// `page 2`, `aged 12 to 25`: the word right before a number, or before both ends of a range, says what it counts.
  private func isNamed(_ before: Range<Int>) -> Bool {
    func isDigits(_ i: Int) -> Bool { (48...57).contains(prose.text[Int(prose.words[i].start)]) }
    var end = before.upperBound
    if end - before.lowerBound > 2, isDigits(end - 2), prose.has("range-words", in: (end - 1)..<end, input) { end -= 2 }
    return end > before.lowerBound && prose.has("number-unless-before", in: (end - 1)..<end, input)
  }

  /// `24 hours a day`, `9 am`: what comes right after the number says that it is no fact.
  private func isFollowed(by after: Range<Int>) -> Bool {
    guard let phrase = prose.first(of: "number-unless-after", in: after, input) else { return false }
    return phrase.lowerBound == after.lowerBound
  }

  /// `10:30`, `24/7`: a number joined to the one before.
  private func isSecondHalf(_ number: Prose.Number) -> Bool {
    let (start, end) = (number.digits.lowerBound, number.digits.upperBound)
    let marks = [UInt8(ascii: ":"), UInt8(ascii: "/")]
    func isDigit(_ i: Int) -> Bool { i >= 0 && i < prose.text.count && prose.text[i] >= 48 && prose.text[i] <= 57 }
    return (start > 1 && marks.contains(prose.text[start - 1]) && isDigit(start - 2))
      || (end + 1 < prose.text.count && marks.contains(prose.text[end]) && isDigit(end + 1))
  }

  /// `116 123`, `800 273 8255`: a number to call is written in groups with a space between.
  private func isBesideDigits(_ number: Prose.Number, _ block: Prose.Block) -> Bool {
    func isGroup(_ i: Int) -> Bool {
      guard block.words.contains(i) else { return false }
      let word = prose.words[i]
      return word.length > 1
        && prose.text[Int(word.start)..<Int(word.start + word.length)].allSatisfy { $0 >= 48 && $0 <= 57 }
    }
    func isJoined(_ a: Int, _ b: Int) -> Bool {
      let gap = prose.text[Int(prose.words[a].start + prose.words[a].length)..<Int(prose.words[b].start)]
      return gap.count == 1 && (gap.first == 32 || gap.first == UInt8(ascii: "-"))
    }
    let (first, next) = (number.words.lowerBound, number.words.upperBound)
    // A range of years, `2010-2014`, is none.
    if isGroup(first - 1), isJoined(first - 1, first) { return !isYearRange(first - 1, first) }
    if isGroup(next), isJoined(next - 1, next) { return !isYearRange(next - 1, next) }
    return false
  }

  private func isYearRange(_ a: Int, _ b: Int) -> Bool { prose.words[a].length == 4 && prose.words[b].length == 4 }

  private func isInLink(_ number: Prose.Number) -> Bool {
    guard let node = prose.node(at: number.digits.lowerBound) else { return false }
    return document.links.contains { Int($0.node) < node && node < Int(document.nodes[Int($0.node)].end) }
  }

  /// Whether the item, the paragraph before its list, or the table and the paragraph before it cite a source.
  func isCitedAround(_ block: Prose.Block) -> Bool {
    guard let node = block.node, let outer = outermost(of: node) else { return false }
    // The whole table, or the item of the list.
    let parts = document.nodes[outer].kind == .table ? [outer] : document.children(of: outer)
    for part in parts where part < node && Int(document.nodes[part].end) > node {
      if cites(part..<Int(document.nodes[part].end)) { return true }
    }
    let before = prose.blocks.last { $0.node.map { $0 < outer } ?? false }
    return before.map { $0.kind == .paragraph && !$0.isInList && $0.hasCitation } ?? false
  }

  func table(of block: Prose.Block) -> Int? {
    block.node.flatMap { outermost(of: $0) }.flatMap { document.nodes[$0].kind == .table ? $0 : nil }
  }

  /// The outermost list or table that holds a node.
  private func outermost(of node: Int) -> Int? {
    document.nodes[..<node].indices.first { i in
      let kind = document.nodes[i].kind
      return (kind == .table || kind == .list) && Int(document.nodes[i].end) > node
    }
  }

  private func cites(_ nodes: Range<Int>) -> Bool {
    document.nodes[nodes].contains { $0.kind == .citation || $0.kind == .footnoteReference }
  }
}
