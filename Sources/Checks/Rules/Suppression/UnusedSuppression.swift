extension Check {
  /// A comment that silences nothing. Found by `Suppressions`.
  static let unusedSuppression = Check(
    "suppression/unused", .warning,
    .init(
      finds: "A comment that silences nothing, since the mistake it speaks of is gone.",
      why: "It would hide the next mistake of this kind at this place.",
      bad: "<!-- sitegen-ignore link/missing-page: will come -->\n\nText.\n",
      good: "Text.\n"),
    scope: .reading)
}
