extension Check {
  /// In the order of their ids. All are found while data are read; `DataKeys.swift` and `DataSyntax.swift` explain them.
  static let dataChecks: [Check] = [
    .dataChart, .dataCSVSyntax, .dataDuplicateID, .dataDuplicateKey, .dataDuplicateName, .dataEncoding,
    .dataJSONSyntax, .dataMissingKey, .dataUnknownFormat, .dataUnknownKey, .dataWrongType, .dataYAMLSyntax,
  ]
}
