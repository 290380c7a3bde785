import Content
import Diagnostics

extension Check {
  /// A sentence that a tired reader cannot hold.
  static let longSentence = Check(
    "language/long-sentence", .info,
    .init(
      finds:
        "A sentence of more than 25 words; one of more than 35 words is a warning. `self-harm` counts as one word.",
      why: "Long sentences are the first thing that people who are unwell, tired or new to the language give up on.",
      bad: """
        If you use ketamine often and you notice that you have to pee more than before, or that it hurts when you pee, \
        then it is a good idea to see a GP.

        """,
      good: "You may pee more often, or it may hurt. See a GP early.\n"),
    scope: .prose { prose, input in
      var found: [Finding] = []
      for block in prose.blocks where block.words.count > 25 {
        prose.eachSentence(of: block) { sentence in
          guard sentence.count > 25 else { return }
          let count = prose.wordCount(sentence)
          if count <= 25 { return }
          found.append(
            Finding(
              at: prose.location(ofWords: sentence, input), "a sentence of \(count) words",
              help: "make two of it, or a list", severity: count > 35 ? .warning : .info))
        }
      }
      return found
    })
}
