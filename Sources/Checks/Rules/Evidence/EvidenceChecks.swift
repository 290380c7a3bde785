extension Check {
  /// In the order of their ids.
  static let evidenceChecks: [Check] = [
    .oneSidedEvidence, .retractedReference, .uncitedNumber, .unknownReference, .unlabelledAnimalStudy,
    .unusedReference,
  ]
}
