extension Check {
  /// In the order of their ids. All but the one with a file of its own are found while data are read; `DataKeys.swift` and
  /// `DataSyntax.swift` explain them.
  static let dataChecks: [Check] = [
    .dataChart, .dataCSVSyntax, .dataDuplicateID, .dataDuplicateKey, .dataDuplicateName, .dataEncoding,
    .dataJSONSyntax, .dataMissingKey, .dataUnknownFormat, .dataUnknownKey,
    .dataUnknownSearchTarget, .dataWrongType, .dataYAMLSyntax,
  ]
}
