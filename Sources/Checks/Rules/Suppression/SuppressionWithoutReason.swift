extension Check {
  /// A comment that gives no reason. Found by `Suppressions`.
  static let suppressionWithoutReason = Check(
    "suppression/no-reason", .error,
    .init(
      finds: "A comment that silences a rule and does not say why.",
      why: "The next editor cannot tell a good reason from none, and leaves the comment for ever.",
      bad: "<!-- sitegen-ignore content/bare-url -->\n\nSee https://example.org/a\n",
      good:
        "<!-- sitegen-ignore content/bare-url: the address itself is what this page is about -->\n\nSee https://example.org/a\n"
    ),
    scope: .reading)
}
