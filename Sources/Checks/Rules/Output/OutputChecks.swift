extension Check {
  /// In the order of their ids.
  static let outputChecks: [Check] = []
}
