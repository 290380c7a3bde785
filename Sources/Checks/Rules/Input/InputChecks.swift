extension Check {
  /// In the order of their ids. All are found while files are listed.
  static let inputChecks: [Check] = [
    .inputFileName, .inputLinkCircle, .inputNoPages, .inputTooManyLinks, .inputUnreadable,
  ]
}
