extension Check {
  /// In the order of their ids.
  static let supportChecks: [Check] = [
    .malformedNumber, .noContact, .noDisplay, .noEmergencyNumber, .noEvidence, .numberInProse, .numberNotInRegister,
    .supportOverdue, .unknownSupportLine,
  ]
}
