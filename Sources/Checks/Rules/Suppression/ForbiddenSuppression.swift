extension Check {
  /// A comment that would silence what keeps readers from harm. Found by `Suppressions`.
  static let forbiddenSuppression = Check(
    "suppression/forbidden", .error,
    .init(
      finds: "A comment that would silence an error of the group `safety`.",
      why: "What would hurt a reader is never published, whoever finds a reason for it.",
      bad: "<!-- sitegen-ignore safety/sourcing: I know the shop -->\n\nText.\n",
      good: "Text.\n"),
    scope: .reading)
}
