import Content
import Diagnostics

extension Check {
  /// Two words that say no and together say yes.
  static let doubleNegative = Check(
    "language/double-negative", .info,
    .init(
      finds: """
        Two negatives that cancel out, such as "not uncommon" or "not without risks". The phrases are in \
        `content/data/words/en/double-negatives.yml`.
        """,
      why: "Readers have to turn the sentence round in their heads, and some end up with the opposite.",
      bad: [
        "content/page.md": "It is not uncommon to feel sick.\n",
        "content/data/words/en/double-negatives.yml": "- {avoid: not uncommon, write: common}\n",
      ],
      good: [
        "content/page.md": "It is common to feel sick.\n",
        "content/data/words/en/double-negatives.yml": "- {avoid: not uncommon, write: common}\n",
      ]),
    scope: .prose { prose, input in
      prose.uses(of: "double-negatives", quoted: 8, cue: 4).map { match in
        let location = prose.location(ofWords: match.words, input)
        return Finding(
          at: location, "'\(prose.string(ofWords: match.words))' says no twice",
          help: match.phrase.instead.map { "write '\($0)'" } ?? "say what is so",
          edits: prose.edits(for: match, at: location))
      }
    })
}
