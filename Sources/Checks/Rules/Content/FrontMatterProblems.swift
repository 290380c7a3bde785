extension Check {
  /// Found by `FrontMatterReader`.
  static let aliasSyntax = Check(
    "content/alias-syntax", .error,
    .init(
      finds: "An entry of `aliases` that is no path on this site, such as `/old/page/`.",
      why: "The redirect could not be made, and readers who kept the old link would find nothing.",
      bad: "---\ntitle: The bladder\naliases: [https://example.org/bladder/]\n---\nText.\n",
      good: "---\ntitle: The bladder\naliases: [/bladder/]\n---\nText.\n"),
    scope: .reading)

  /// Found by `FrontMatterReader`.
  static let tagSyntax = Check(
    "content/tag-syntax", .error,
    .init(
      finds: "A tag without a letter or digit.",
      why: "The page of a topic has the topic's name as its address, so it needs a name.",
      bad: "---\ntitle: The bladder\ntags: [\"?\"]\n---\nText.\n",
      good: "---\ntitle: The bladder\ntags: [bladder]\n---\nText.\n"),
    scope: .reading)

  /// Found by `PageParser`.
  static let noFrontMatter = Check(
    "content/no-front-matter", .error,
    .init(
      finds: "A page that does not begin with its front matter, between two lines `---`.",
      why: "Without it the page has no title.",
      bad: "Ketamine can harm the bladder.\n",
      good: "---\ntitle: The bladder\n---\nKetamine can harm the bladder.\n"),
    scope: .reading)

  /// Found by `PageParser`.
  static let unclosedFrontMatter = Check(
    "content/unclosed-front-matter", .error,
    .init(
      finds: "Front matter without the line `---` that ends it.",
      why: "All of the page would be taken for front matter, and nothing of it would be shown.",
      bad: "---\ntitle: The bladder\n\nKetamine can harm the bladder.\n",
      good: "---\ntitle: The bladder\n---\n\nKetamine can harm the bladder.\n"),
    scope: .reading)
}
