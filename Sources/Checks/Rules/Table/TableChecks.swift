extension Check {
  /// In the order of their ids.
  static let tableChecks: [Check] = [
    .tableWithoutCaption, .tableWithoutHeader, .raggedTable,
  ]
}
