extension Check {
  /// In the order of their ids.
  static let contentChecks: [Check] = [
    .aliasHidesPage, .duplicateAddress, .glossaryLink, .rawHTML, .unknownDirective, .unknownTerm,
  ]
}
