extension Check {
  /// In the order of their ids.
  static let linkChecks: [Check] = [
    .dangerousLink, .linkToDraft, .missingAnchor, .missingAsset, .missingPage,
  ]
}
