extension Check {
  /// In the order of their ids.
  static let templateChecks: [Check] = [
    .missingTranslation, .unusedPartial, .unusedString,
  ]
}
