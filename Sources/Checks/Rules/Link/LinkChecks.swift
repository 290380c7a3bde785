extension Check {
  /// In the order of their ids.
  static let linkChecks: [Check] = [
    .dangerousLink, .deadLink, .linkToDraft, .failingLink, .genericLinkText, .insecureLink, .missingAnchor,
    .missingAsset, .missingPage, .movedLink, .orphanPage, .redirectChain, .sameLinkText, .unknownCode,
  ]
}
