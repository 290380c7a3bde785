extension Check {
  /// In the order of their ids.
  static let languageChecks: [Check] = [
    .abbreviation, .doubleNegative, .jargon, .longParagraph, .longSentence, .passiveMainMessage, .promotional,
    .stigmatising, .testimonial, .wordList,
  ]
}
