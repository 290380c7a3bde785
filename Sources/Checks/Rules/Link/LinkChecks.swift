extension Check {
  /// In the order of their ids.
  static let linkChecks: [Check] = [
    .dangerousLink, .deadLink, .linkToDraft, .failingLink, .missingAnchor, .missingAsset, .missingPage, .movedLink,
  ]
}
