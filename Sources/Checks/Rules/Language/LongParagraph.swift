import Content
import Diagnostics

extension Check {
  /// A paragraph that fills a phone's screen.
  static let longParagraph = Check(
    "language/long-paragraph", .info,
    .init(
      finds: "A paragraph of more than 90 words, or of more than eight sentences with more than 60 words.",
      why: "On a phone such a paragraph fills the screen, and the one sentence that matters is lost in it.",
      bad: String(repeating: "Ketamine can hurt the bladder, and early signs are easy to miss. ", count: 9) + "\n",
      good: "Ketamine can hurt the bladder.\n\nEarly signs are easy to miss.\n"),
    scope: .prose { prose, input in
      var found: [Finding] = []
      for block in prose.blocks where block.kind == .paragraph && block.words.count > 60 {
        let count = prose.wordCount(block.words)
        guard count > 90 || (count > 60 && prose.sentences(of: block).count > 8) else { continue }
        found.append(
          Finding(
            at: prose.location(ofWords: block.words, input), "a paragraph of \(count) words",
            help: "start a new paragraph with each idea, or make a list"))
      }
      return found
    })
}
