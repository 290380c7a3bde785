extension Check {
  /// A service that nobody can reach. Found while the register is read.
  static let noContact = Check(
    "support/no-contact", .error,
    .init(
      finds: "An entry of the register without `phone`, `text` and `url`.",
      why: "A reader who is told of a service and not how to reach it is left alone.",
      bad: [
        "content/data/support-lines.yml": registerEntry(phone: nil).replacing(
          "  url: https://www.samaritans.org\n", with: "")
      ],
      good: ["content/data/support-lines.yml": registerEntry()]),
    scope: .reading)
}
