import Content
import Diagnostics

extension Check {
  /// Somebody's own story, told as if it were information.
  static let testimonial = Check(
    "language/testimonial", .warning,
    .init(
      finds: """
        A sentence in which somebody tells their own experience ("I felt …", "my mood improved"). Questions that a \
        reader may have, headings such as "I am thinking of suicide" and quoted words are left alone.
        """,
      why: "One person's story says nothing about the next person, and it persuades more than evidence does.",
      bad: [
        "content/page.md": "After my first infusion I felt a weight lift. My mood improved for weeks.\n",
        "content/data/words/en/first-person.yml": "- I\n- my\n",
      ],
      good: [
        "content/page.md":
          "## Can I drive?\n\nAsk the doctor: \"How long did people in the trials feel better than I do?\"\n",
        "content/data/words/en/first-person.yml": "- I\n- my\n",
      ]),
    scope: .prose { prose, input in
      let pronouns = prose.matches(in: "first-person")
      if pronouns.isEmpty { return [] }
      let signs = input.words[prose.language]?.sets["testimonial-signs"] ?? []
      var found: [Finding] = []
      var next = 0
      while next < pronouns.count {
        let block = prose.blocks[prose.block(at: Int(prose.words[pronouns[next].words.lowerBound].start))]
        var here: [Int] = []
        while next < pronouns.count, block.words.contains(pronouns[next].words.lowerBound) {
          here.append(pronouns[next].words.lowerBound)
          next += 1
        }
        found += Testimony(prose, block, signs).runs(of: here.prefix(200), input).map { words in
          Finding(
            at: prose.location(ofWords: words, input), "this tells one person's own experience",
            help: "leave it out, or say what studies found in a group of people")
        }
      }
      return found
    })
}

/// Tells sentences about somebody's own experience from those in a reader's voice.
private struct Testimony {
  let prose: Prose
  let block: Prose.Block
  let signs: Set<UInt64>

  init(_ prose: Prose, _ block: Prose.Block, _ signs: Set<UInt64>) {
    (self.prose, self.block, self.signs) = (prose, block, signs)
  }

  /// Running text of the page's own. In lists, tables, headings and quotes a sentence may be one that a reader can
  /// choose.
  private var isPlain: Bool { block.kind == .paragraph && !block.isInList && !block.isInQuote }

  /// The first sentence of each run of such sentences, and each that opens a line.
  ///
  /// - Parameter pronouns: not more than a few hundred: each is looked for in each sentence.
  func runs(of pronouns: ArraySlice<Int>, _ input: CheckInput) -> [Range<Int>] {
    let pronouns = pronouns.filter { isPronoun($0) }
    if pronouns.isEmpty || isLink { return [] }
    let quotations = prose.quotations(in: block)
    let all = prose.sentences(of: block)
    let spoken = all.filter { sentence in
      guard prose.mark(after: sentence, in: block) != UInt8(ascii: "?") else { return false }
      return pronouns.contains { word in
        let at = Int(prose.words[word].start)
        return sentence.contains(word) && !quotations.contains { $0.contains(at) }
          && !isAfterColon(word, from: sentence.lowerBound)
      }
    }
    // In running text, two sentences with an `I` are a story even in the present tense.
    let speakers = spoken.filter { sentence in
      pronouns.contains { sentence.contains($0) && prose.text[Int(prose.words[$0].start)] == UInt8(ascii: "I") }
    }
    let isStory = isPlain && speakers.count > 1
    let told = spoken.filter { isStory || hasSign($0) }
    // From the line with the pronoun on: a pasted heading may have become part of the sentence.
    let parts = told.map { sentence in
      let pronoun = pronouns.first { sentence.contains($0) } ?? sentence.lowerBound
      let line = line(of: pronoun, input)
      let start = (sentence.lowerBound..<pronoun).first { self.line(of: $0, input) == line } ?? pronoun
      return start..<sentence.upperBound
    }
    return parts.indices.filter { k in
      guard k > 0, told[k - 1].upperBound == told[k].lowerBound else { return true }
      // A sentence that opens a line may be an item of a list that Markdown does not know, such as one with `•`.
      return line(of: parts[k].lowerBound, input) != line(of: parts[k].lowerBound - 1, input)
    }.map { parts[$0] }
  }

  private func line(of word: Int, _ input: CheckInput) -> Int {
    prose.location(ofWords: word..<(word + 1), input).line
  }

  /// `Say: I take ketamine` is what a reader may say.
  private func isAfterColon(_ word: Int, from start: Int) -> Bool {
    (start..<word).contains { i in prose.gap(between: i, and: i + 1).contains { prose.text[$0] == UInt8(ascii: ":") } }
  }

  /// Not a Roman numeral or an initial (`Schedule I`, `Carl I. Stevens`), nor letters of an abbreviation (`ME`,
  /// `i.e.`).
  private func isPronoun(_ i: Int) -> Bool {
    let word = prose.words[i]
    let bytes = prose.text[Int(word.start)..<Int(word.start + word.length)]
    guard bytes.count == 1 else { return !bytes.allSatisfy { (65...90).contains($0) } }
    guard bytes.first == UInt8(ascii: "I"), prose.text[bytes.endIndex] != UInt8(ascii: ".") else { return false }
    if block.kind == .heading || block.kind == .title || i == block.words.lowerBound { return true }
    if prose.hasSentenceMark(between: i - 1, and: i) { return true }
    if prose.gap(between: i - 1, and: i).count > 1 { return true }
    let isAtStart = i - 1 == prose.sentence(around: i, in: block).lowerBound
    // ASPIRE I
    let before = prose.words[i - 1]
    let isName = before.length > 2 && prose.text[Int(before.start) + 1] & 0x20 == 0
    return !isName && (isAtStart || !prose.startsWithCapital(i - 1))
  }

  /// A word that tells of something lived through. Outside running text it has to be the simple past (`I have taken too
  /// much` is what a reader may have done), and in a list a whole sentence.
  private func hasSign(_ sentence: Range<Int>) -> Bool {
    if !isPlain, !mayTell(sentence) { return false }
    for i in sentence {
      let word = prose.words[i]
      let isPast = prose.endsInED(word) && !(i > sentence.lowerBound && Self.states.contains(prose.words[i - 1].hash))
      guard signs.contains(word.hash) || isPast else { continue }
      if isPlain || !(i > sentence.lowerBound && Self.perfect.contains(prose.words[i - 1].hash)) { return true }
    }
    return false
  }

  private func mayTell(_ sentence: Range<Int>) -> Bool {
    if block.kind == .heading || block.kind == .title {
      // `I took too much` is where a reader looks for help; `How I got better` and `My story` are told.
      return prose.words[sentence.lowerBound].hash != Self.i
    }
    if !block.isInList { return true }
    let isWhole = prose.mark(after: sentence, in: block) != nil || sentence.count > 7
    return isWhole && prose.startsWithCapital(sentence.lowerBound)
  }

  /// Whether the block is nothing but a link, as in a menu of what may be the matter.
  private var isLink: Bool {
    guard let node = block.node, node + 1 < prose.document.nodes.count else { return false }
    return prose.document.nodes[node + 1].kind == .link
      && prose.document.nodes[node + 1].end == prose.document.nodes[node].end
  }

  private static let i = WordHash.of("i")
  /// Before these, a word in `-ed` tells how a reader feels now: `I am worried`.
  private static let states: Set<UInt64> = Set(
    ["am", "i'm", "is", "are", "been", "feel", "be", "get", "so", "very", "really", "too"].map { WordHash.of($0) })
  private static let perfect: Set<UInt64> = Set(["have", "i've", "has", "haven't"].map { WordHash.of($0) })
}

extension Prose {
  /// Whether a word has the ending of a regular past tense; `need` and `bleed` do not.
  func endsInED(_ word: Word) -> Bool {
    let end = Int(word.start + word.length)
    guard word.length > 3, text[end - 1] == UInt8(ascii: "d"), text[end - 2] == UInt8(ascii: "e") else { return false }
    return text[end - 3] != UInt8(ascii: "e")
  }
}
