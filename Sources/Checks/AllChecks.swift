extension Check {
  /// Every check, kept by hand: groups in alphabetical order, each listed in its folder. A test holds the lists against
  /// the files in `Rules/`.
  package static let all: [Check] =
    contentChecks + dataChecks + evidenceChecks + imageChecks + inputChecks + languageChecks + linkChecks
    + outputChecks + reviewChecks + safetyChecks + settingsChecks + supportChecks + suppressionChecks + tableChecks
    + templateChecks
}
