extension Check {
  /// In the order of their ids.
  static let outputChecks: [Check] = [
    .brokenReference, .duplicateID, .foreignRequest, .inlineScript, .invalidNesting, .lowContrast, .missingLandmark,
    .missingLanguage, .policyMismatch, .tooHeavy, .unnamedControl,
  ]
}
