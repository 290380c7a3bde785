extension Check {
  /// In the order of their ids.
  static let safetyChecks: [Check] = [
    .advert, .amount, .careCardHeading, .contactChannel, .dontItem, .hiddenEmergency, .safeClaim, .sourcing,
    .suicideMethod, .tooManyCallouts,
  ]
}
