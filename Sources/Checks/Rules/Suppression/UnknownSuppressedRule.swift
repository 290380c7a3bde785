extension Check {
  /// A comment that names a rule that does not exist. Found by `Suppressions`.
  static let unknownSuppressedRule = Check(
    "suppression/unknown-rule", .error,
    .init(
      finds: "A comment that names a rule which does not exist.",
      why: "It silences nothing, though somebody believes it does.",
      bad: "<!-- sitegen-ignore link/mising-page: will come -->\n\nText.\n",
      good: "Text.\n"),
    scope: .reading)
}
