extension Check {
  /// In the order of their ids.
  static let linkChecks: [Check] = [
    .dangerousLink, .linkToDraft, .genericLinkText, .insecureLink, .missingAnchor, .missingAsset, .missingPage,
    .orphanPage, .redirectChain, .sameLinkText,
  ]
}
