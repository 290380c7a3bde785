extension Check {
  /// Found by `Citations`.
  static let citationSyntax = Check(
    "content/citation-syntax", .error,
    .init(
      finds: "A citation that is not written `[@key]` or `[@key; @other]`, or that stands inside a link.",
      why: "The page would show the key instead of a link to the source.",
      bad: "It acts within hours [see @berman2000, page 3].\n\nOr [@berman2000, page 3].\n",
      good: "It acts within hours.\n"),
    scope: .reading)

  /// Found by `Directives`.
  static let directiveSyntax = Check(
    "content/directive-syntax", .error,
    .init(
      finds: "A `:::` line that cannot be read: no name, attributes without braces or quotes, or nothing to close.",
      why: "A box with a warning would be missing, or would swallow the text after it.",
      bad: ":::callout title=Call now\nText.\n:::\n",
      good: "## Call now\n\nText.\n"),
    scope: .reading)

  /// Found by `Directives`.
  static let unclosedDirective = Check(
    "content/unclosed-directive", .error,
    .init(
      finds: "A directive without the line `:::` that ends it.",
      why: "All of the page below would stand in the box.",
      bad: ":::callout{title=\"Call now\"}\nText.\n",
      good: ":::callout{title=\"Call now\"}\nText.\n:::\n"),
    scope: .reading)

  /// Found by `Directives`.
  static let nestedDirective = Check(
    "content/nested-directive", .error,
    .init(
      finds: "A directive inside a list, a quote or a footnote.",
      why: "It would not be drawn: the reader would see colons.",
      bad: "- First\n\n  :::callout\n  Text.\n  :::\n",
      good: "- First\n\n:::callout\nText.\n:::\n"),
    scope: .reading)

  /// Found by `Alerts`.
  static let unknownAlert = Check(
    "content/unknown-alert", .error,
    .init(
      finds: "A quote that begins like an alert, `[!WORD]`, with a word that no alert has.",
      why: "The reader would see the mark, and no warning.",
      bad: "> [!DANGER]\n> Do not take a bath.\n", good: "> [!WARNING]\n> Do not take a bath.\n"),
    scope: .reading)

  /// Found by `HeadingAnchors`.
  static let duplicateAnchor = Check(
    "content/duplicate-anchor", .error,
    .init(
      finds: "Two headings of one page with the same `{#anchor}`.",
      why: "Links to the second would lead to the first.",
      bad: "## Early signs {#signs}\n\nPain.\n\n## Late signs {#signs}\n\nBlood.\n",
      good: "## Early signs {#early}\n\nPain.\n\n## Late signs {#late}\n\nBlood.\n"),
    scope: .reading)

  /// Found by `Footnotes`.
  static let missingFootnote = Check(
    "content/missing-footnote", .error,
    .init(
      finds: "A mark such as `[^1]` without the footnote that it names.",
      why: "The reader would see the bare mark, and not what it promises.",
      bad: "Most people recover.[^1]\n",
      good: "Most people recover.[^1]\n\n[^1]: If they stop early.\n"),
    scope: .reading)

  /// Found by `Footnotes`.
  static let unusedFootnote = Check(
    "content/unused-footnote", .warning,
    .init(
      finds: "A footnote that nothing refers to, or that is written twice.",
      why: "It is left out, so what it says reaches nobody.",
      bad: "Most people recover.\n\n[^1]: If they stop early.\n",
      good: "Most people recover.[^1]\n\n[^1]: If they stop early.\n"),
    scope: .reading)

  /// Found when a page is drawn.
  static let noRows = Check(
    "content/no-rows", .error,
    .init(
      finds: "A directive that asks for entries of a data file and gets none, as with a word that no entry has.",
      why: "The reader sees an empty list where an answer or a number should be.",
      bad: [
        "content/index.md": "---\ntitle: Claims\n---\n:::claims{topic=histroy}\n:::\n",
        "content/data/claims.yml": "- {id: first, topic: history, claim: It is new.}\n",
        "templates/directives/claims.html": "{{#rows}}{{claim}}{{/rows}}",
      ],
      good: [
        "content/index.md": "---\ntitle: Claims\n---\n:::claims{topic=history}\n:::\n",
        "content/data/claims.yml": "- {id: first, topic: history, claim: It is new.}\n",
        "templates/directives/claims.html": "{{#rows}}{{claim}}{{/rows}}",
      ]),
    scope: .reading)
}
