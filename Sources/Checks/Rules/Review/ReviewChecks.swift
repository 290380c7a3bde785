extension Check {
  /// In the order of their ids.
  static let reviewChecks: [Check] = [
    .reviewChanged, .reviewDueBeforeReview, .reviewDueSoon, .reviewNever, .reviewNoReviewer, .reviewNoRole,
    .reviewOverdue,
  ]
}
