import Content
import Diagnostics

/// Whether hard words are explained where a page first uses them.
///
/// Titles, headings and descriptions come before the text that explains them, so a word there is fine if the text does.
struct FirstUse {
  let prose: Prose
  private let page: Page
  /// Parts of the prose that are a link to the glossary, or the name of a support line.
  private let explainedByLink: [Range<Int>]
  private let cues: Set<UInt64>

  /// - Returns: nil for text that is no page, such as a definition of the glossary.
  init?(_ prose: Prose, _ input: CheckInput) {
    guard let page = prose.page else { return nil }
    let cues = input.words[prose.language]?.sets["definition-cues"] ?? []
    (self.prose, self.page, self.cues) = (prose, page, cues)
    var links: [(Int, Int)] = []
    for (link, target) in zip(page.document.links, page.targets) {
      switch target {
      case .term, .unknownTerm, .supportLine, .unknownSupportLine:
        links.append((Int(link.node), Int(page.document.nodes[Int(link.node)].end)))
      default: break
      }
    }
    explainedByLink =
      links.isEmpty
      ? []
      : prose.spans.compactMap { span in
        let node = Int(span.node)
        guard node >= 0, links.contains(where: { $0.0 < node && node < $0.1 }) else { return nil }
        return Int(span.start)..<(Int(span.start) + Int(page.document.nodes[node].payload.length))
      }
  }

  /// The places to complain of, in order.
  ///
  /// - Parameters:
  ///   - uses: words, with a key that is the same for all forms of one word.
  ///   - isExplained: what else counts as explaining.
  func unexplained(_ uses: [(key: UInt64, words: Range<Int>)], _ isExplained: (Range<Int>) -> Bool) -> [Range<Int>] {
    var known = Set<UInt64>()
    var reported = Set<UInt64>()
    var waiting: [(key: UInt64, words: Range<Int>)] = []
    var found: [Range<Int>] = []
    for use in uses where !known.contains(use.key) && !reported.contains(use.key) {
      let block = prose.blocks[prose.block(at: Int(prose.words[use.words.lowerBound].start))]
      if isExplainedHere(use.words, block) || isExplained(use.words) {
        known.insert(use.key)
        continue
      }
      switch block.kind {
      case .paragraph, .tableCell:
        found.append(use.words)
        reported.insert(use.key)
      case .heading, .title, .description, .caption, .alternative: waiting.append(use)
      }
    }
    for use in waiting where !known.contains(use.key) && reported.insert(use.key).inserted { found.append(use.words) }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  private func isExplainedHere(_ use: Range<Int>, _ block: Prose.Block) -> Bool {
    let bytes = prose.range(ofWords: use)
    if explainedByLink.contains(where: { $0.overlaps(bytes) }) { return true }
    // The head of a row: the cells beside it explain.
    if block.kind == .tableCell, use.count == block.words.count, let cell = block.node,
      prose.document.nodes[cell].level == 0
    {
      return true
    }
    // `ECT (electroconvulsive therapy)`, `Cystitis: an inflamed bladder`
    if use.upperBound < block.words.upperBound {
      let gap = prose.text[prose.gap(between: use.upperBound - 1, and: use.upperBound)]
      let next = prose.words[use.upperBound]
      if gap.contains(UInt8(ascii: ":")) { return true }
      if gap.contains(UInt8(ascii: "(")), !(48...57).contains(prose.text[Int(next.start)]) { return true }
      if cues.contains(next.hash),
        gap.contains(UInt8(ascii: ",")) || (gap.count == 1 && !Self.alternatives.contains(next.hash))
      {
        return true
      }
      // `cystitis, a long-lasting bladder condition`
      if Self.appositions.contains(next.hash), gap.contains(UInt8(ascii: ",")) { return true }
      // `MAOI antidepressants (monoamine …)`
      if gap.count == 1, use.upperBound + 1 < block.words.upperBound,
        prose.text[prose.gap(between: use.upperBound, and: use.upperBound + 1)].contains(UInt8(ascii: "("))
      {
        return true
      }
    }
    // `electroconvulsive therapy (ECT)`, `a condition called cystitis`
    if use.lowerBound > block.words.lowerBound {
      let gap = prose.text[prose.gap(between: use.lowerBound - 1, and: use.lowerBound)]
      if gap.contains(UInt8(ascii: "(")) { return true }
      if cues.contains(prose.words[use.lowerBound - 1].hash) {
        // `high blood pressure, or hypertension`: an `or` without a comma offers something else.
        return !Self.alternatives.contains(prose.words[use.lowerBound - 1].hash)
          || (use.lowerBound - 2 >= block.words.lowerBound
            && prose.text[prose.gap(between: use.lowerBound - 2, and: use.lowerBound - 1)].contains(UInt8(ascii: ",")))
      }
    }
    return false
  }

  private static let alternatives: Set<UInt64> = [WordHash.of("or")]
  private static let appositions: Set<UInt64> = Set(["a", "an", "another"].map { WordHash.of($0) })
}
