extension Check {
  /// In the order of their ids.
  static let settingsChecks: [Check] = [
    .settingsBaseURL, .settingsFieldName, .settingsLanguageTag, .settingsUnknownOutput, .unknownSettingsPage,
    .unknownRule, .settingsUnreadable,
  ]
}
