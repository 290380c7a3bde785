import Content
import Diagnostics
import Markdown

extension Check {
  /// A line in bold that stands where a heading should.
  static let pseudoHeading = Check(
    "content/pseudo-heading", .warning,
    .init(
      finds: "A paragraph of a few words, all bold and without a full stop, with text below it.",
      why: "It looks like a heading and is none: it is in no list of headings, and screen readers pass it by.",
      bad: "**Early signs**\n\nPain, and going often.\n", good: "## Early signs\n\nPain, and going often.\n"),
    scope: .page { view in
      let (blocks, document) = (view.prose.blocks, view.document)
      var found: [Finding] = []
      for (b, block) in blocks.enumerated() where block.kind == .paragraph {
        guard let i = block.node, let strong = onlyBold(in: i, document), !block.isInList, !block.isInQuote,
          !block.isInFootnote, block.words.count <= mostWords, isFollowed(blocks, b, document)
        else { continue }
        guard reads(view.prose.text[block.text]) else { continue }
        found.append(
          Finding(
            at: view.location(of: strong), "'\(view.prose.string(block.text))' looks like a heading, but is none",
            help: "write it as one, such as `\(marks(under: block, blocks)) \(view.prose.string(block.text))`"))
      }
      return found
    })

  /// Longer ones are sentences that somebody wants to stress.
  private static let mostWords = 10

  /// The node of the bold text that the paragraph consists of.
  private static func onlyBold(in paragraph: Int, _ document: Document) -> Int? {
    let nodes = document.nodes
    let end = nodes[paragraph].end
    let first = paragraph + 1
    guard first < Int(end), nodes[first].end == end, nodes[first].line == nodes[first].endLine else { return nil }
    if nodes[first].kind == .strong { return first }
    guard nodes[first].kind == .emphasis, first + 1 < Int(end), nodes[first + 1].kind == .strong,
      nodes[first + 1].end == end
    else {
      return nil
    }
    return first
  }

  /// Whether text follows in the same part of the page; a second bold line is a list of them, such as an address.
  private static func isFollowed(_ blocks: [Prose.Block], _ b: Int, _ document: Document) -> Bool {
    guard b + 1 < blocks.count, let node = blocks[b + 1].node else { return false }
    let next = blocks[b + 1]
    return next.kind != .heading && next.directive == blocks[b].directive && !next.isInFootnote
      && (next.kind != .paragraph || onlyBold(in: node, document) == nil)
  }

  /// Whether words can be a heading: a sentence ends in a full stop, and a telephone number is something to press.
  private static func reads(_ text: ArraySlice<UInt8>) -> Bool {
    guard let last = text.last(where: { $0 > 32 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ")") }),
      !".!,;".utf8.contains(last), !text.contains(Array("\u{3002}".utf8))
    else { return false }
    var digits = 0
    for byte in text {
      digits = byte >= 48 && byte <= 57 ? digits + 1 : 0
      if digits == 3 { return false }
    }
    return text.contains { $0 >= 0x80 || ($0 | 32 >= 97 && $0 | 32 <= 122) }
  }

  private static func marks(under block: Prose.Block, _ blocks: [Prose.Block]) -> String {
    String(repeating: "#", count: min(6, (block.heading.map { blocks[$0].level } ?? 1) + 1))
  }
}
