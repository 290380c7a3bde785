extension Check {
  /// A number that only a phone can read. Found while the register is read.
  static let noDisplay = Check(
    "support/no-display", .error,
    .init(
      finds: "An entry of the register with a number and no `display`.",
      why: "Pages show `display`: the number in groups that people can read out and remember.",
      bad: ["content/data/support-lines.yml": registerEntry().replacing("  display: \"116 123\"\n", with: "")],
      good: ["content/data/support-lines.yml": registerEntry()]),
    scope: .reading)
}
