extension Check {
  /// A template that is not UTF-8.
  static let templateEncoding = Check(
    "template/encoding", .error,
    .init(
      finds: "A template that is not saved as UTF-8.",
      why: "Letters such as é would come out as boxes on every page.",
      bad: ["templates/layouts/page.html": "<p>Caf\u{FFFD}</p> {{{page.content}}}\n"],
      good: ["templates/layouts/page.html": "<p>Café</p> {{{page.content}}}\n"]),
    scope: .reading)

  /// A block that fills nothing.
  static let templateMissingBlock = Check(
    "template/missing-block", .error,
    .init(
      finds: "A block (`{{$name}}`) that the layout around it does not have.",
      why: "What stands in the block is on no page.",
      bad: [
        "templates/layouts/base.html": "<main>{{$main}}{{/main}}</main>\n",
        "templates/layouts/page.html": "{{< layouts/base}}{{$mian}}{{{page.content}}}{{/mian}}{{/ layouts/base}}\n",
      ],
      good: [
        "templates/layouts/base.html": "<main>{{$main}}{{/main}}</main>\n",
        "templates/layouts/page.html": "{{< layouts/base}}{{$main}}{{{page.content}}}{{/main}}{{/ layouts/base}}\n",
      ]),
    scope: .reading)

  /// A template that is asked for and not there.
  static let templateMissingPartial = Check(
    "template/missing-partial", .error,
    .init(
      finds: "The name of a template that does not exist, after `{{>` or `{{<`.",
      why: "Every page that is made with it lacks that part.",
      bad: ["templates/layouts/page.html": "{{> partials/header}}\n{{{page.content}}}\n"],
      good: [
        "templates/layouts/page.html": "{{> partials/header}}\n{{{page.content}}}\n",
        "templates/partials/header.html": "<header>{{site.title}}</header>\n",
      ]),
    scope: .reading)

  /// A page that sitegen makes and that has no title.
  static let templateMissingString = Check(
    "template/missing-string", .error,
    .init(
      finds: "A page that sitegen makes, such as the glossary, without a title in templates/strings/.",
      why: "Readers would see a bare word of the program.",
      bad: [
        "sitegen.yml": "title: Example\nbaseURL: https://example.org/\noutputs: [not-found]\n",
        "templates/layouts/not-found.html": "<h1>{{page.title}}</h1>\n",
        "templates/strings/en.yml": "pages: {index: A to Z}\n",
      ],
      good: [
        "sitegen.yml": "title: Example\nbaseURL: https://example.org/\noutputs: [not-found]\n",
        "templates/layouts/not-found.html": "<h1>{{page.title}}</h1>\n",
        "templates/strings/en.yml": "pages: {not-found: Page not found}\n",
      ]),
    scope: .reading)

  /// Text between blocks that is on no page.
  static let templateOutsideBlock = Check(
    "template/outside-block", .warning,
    .init(
      finds: "Text inside `{{< layout}}` that stands in none of its blocks.",
      why: "It is on no page, though it looks as if it were.",
      bad: [
        "templates/layouts/base.html": "<main>{{$main}}{{/main}}</main>\n",
        "templates/layouts/page.html":
          "{{< layouts/base}}<p>Call 999.</p>{{$main}}{{{page.content}}}{{/main}}{{/ layouts/base}}\n",
      ],
      good: [
        "templates/layouts/base.html": "<main>{{$main}}{{/main}}</main>\n",
        "templates/layouts/page.html":
          "{{< layouts/base}}{{$main}}<p>Call 999.</p>{{{page.content}}}{{/main}}{{/ layouts/base}}\n",
      ]),
    scope: .reading)

  /// Templates that include each other without end.
  static let templatePartialCycle = Check(
    "template/partial-cycle", .error,
    .init(
      finds: "Templates that include each other in a circle.",
      why: "No page would ever be finished.",
      bad: ["templates/layouts/page.html": "{{> layouts/page}} {{{page.content}}}\n"],
      good: ["templates/layouts/page.html": "{{{page.content}}}\n"]),
    scope: .reading)

  /// A tag that is not closed, or closed wrongly.
  static let templateSyntax = Check(
    "template/syntax", .error,
    .init(
      finds: "A tag in a template that is never closed, closed in the wrong order, or no tag at all.",
      why: "Nobody can tell what the template means.",
      bad: ["templates/layouts/page.html": "{{#page.isDraft}}Draft. {{{page.content}}}\n"],
      good: ["templates/layouts/page.html": "{{#page.isDraft}}Draft. {{/page.isDraft}}{{{page.content}}}\n"]),
    scope: .reading)

  /// A page that grows without measure. It takes a hundred million steps, so there is no example.
  static let templateTooLarge = Check(
    "template/too-large", .error,
    .init(
      finds: "Templates that make a page of more than 256 MB or take a second and more, mostly by loops within loops.",
      why: "The build would never end, and nobody could read the page.",
      bad: [:], good: [:]),
    scope: .reading)

  /// A value that is not there.
  static let templateUnknownKey = Check(
    "template/unknown-key", .error,
    .init(
      finds: "A name in a template that no value has, mostly a slip of the pen.",
      why: "The page has a gap where the value should be.",
      bad: ["templates/layouts/page.html": "<h1>{{page.titel}}</h1> {{{page.content}}}\n"],
      good: ["templates/layouts/page.html": "<h1>{{page.title}}</h1> {{{page.content}}}\n"]),
    scope: .reading)

  /// A list or a group in place of a text.
  static let templateUnprintable = Check(
    "template/unprintable", .error,
    .init(
      finds: "A list or a group of values where a template prints one text.",
      why: "The page has a gap there.",
      bad: ["templates/layouts/page.html": "<h1>{{page}}</h1> {{{page.content}}}\n"],
      good: ["templates/layouts/page.html": "<h1>{{page.title}}</h1> {{{page.content}}}\n"]),
    scope: .reading)
}
