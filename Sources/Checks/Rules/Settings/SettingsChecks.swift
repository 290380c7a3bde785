extension Check {
  /// In the order of their ids.
  static let settingsChecks: [Check] = [
    .unknownSettingsPage, .unknownRule,
  ]
}
