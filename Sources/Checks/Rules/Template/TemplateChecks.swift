extension Check {
  /// In the order of their ids.
  static let templateChecks: [Check] = [
    .templateEncoding, .templateMissingBlock, .templateMissingPartial, .templateMissingString, .missingTranslation,
    .templateOutsideBlock, .templatePartialCycle, .templateSyntax, .templateTooLarge, .templateUnknownKey,
    .templateUnprintable, .unusedPartial, .unusedString,
  ]
}
