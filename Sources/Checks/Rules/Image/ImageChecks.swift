extension Check {
  /// In the order of their ids.
  static let imageChecks: [Check] = [
    .largeFile, .longAlternative, .missingAlternative, .unknownImageSize,
  ]
}
