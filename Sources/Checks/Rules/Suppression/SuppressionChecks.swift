extension Check {
  /// In the order of their ids.
  static let suppressionChecks: [Check] = [
    .forbiddenSuppression, .suppressionWithoutReason, .unknownSuppressedRule, .unusedSuppression,
  ]
}
