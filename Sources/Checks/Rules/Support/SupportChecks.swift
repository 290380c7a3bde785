extension Check {
  /// In the order of their ids.
  static let supportChecks: [Check] = [
    .unknownSupportLine
  ]
}
