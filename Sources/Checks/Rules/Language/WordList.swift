extension Check {
  /// An entry of a word list that cannot be read.
  static let wordList = Check(
    "language/word-list", .error,
    .init(
      finds: "An entry in `content/data/words/` that is neither a phrase nor a mapping with a key `avoid`.",
      why: "A list that cannot be read finds nothing, and nobody would notice.",
      bad: ["content/data/words/en/stigmatising.yml": "- {avod: addict, write: person who uses drugs}\n"],
      good: ["content/data/words/en/stigmatising.yml": "- {avoid: addict, write: person who uses drugs}\n"]),
    scope: .site { input in input.wordListFindings })
}
