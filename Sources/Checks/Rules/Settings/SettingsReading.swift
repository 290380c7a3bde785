extension Check {
  /// An address that no site can have.
  static let settingsBaseURL = Check(
    "settings/base-url", .error,
    .init(
      finds: "A `baseURL` in sitegen.yml that is no full address.",
      why: "Every link to the site from outside, and the site's feed and map, would be wrong.",
      bad: ["sitegen.yml": "title: Example\nbaseURL: www.example.org\noutputs: []\n"],
      good: ["sitegen.yml": "title: Example\nbaseURL: https://www.example.org/\noutputs: []\n"]),
    scope: .reading)

  /// A field of one's own with the name of one that is there.
  static let settingsFieldName = Check(
    "settings/field-name", .error,
    .init(
      finds: "A field under `fields` in sitegen.yml that every page has already.",
      why: "Nobody could tell which of the two a page means.",
      bad: ["sitegen.yml": "title: Example\nbaseURL: https://example.org/\noutputs: []\nfields: {tags: text}\n"],
      good: ["sitegen.yml": "title: Example\nbaseURL: https://example.org/\noutputs: []\nfields: {place: text}\n"]),
    scope: .reading)

  /// A language without a proper tag.
  static let settingsLanguageTag = Check(
    "settings/language-tag", .error,
    .init(
      finds: "A language in sitegen.yml that is not named by its tag, such as `en` or `pt-BR`.",
      why: "Browsers and screen readers know languages by these tags only.",
      bad: [
        "sitegen.yml":
          "title: Example\nbaseURL: https://example.org/\noutputs: []\nlanguages: {en_GB: {name: English}}\n"
      ],
      good: [
        "sitegen.yml":
          "title: Example\nbaseURL: https://example.org/\noutputs: []\nlanguages: {en-GB: {name: English}}\n"
      ]),
    scope: .reading)

  /// Something to make that nobody knows.
  static let settingsUnknownOutput = Check(
    "settings/unknown-output", .error,
    .init(
      finds: "A name under `outputs` in sitegen.yml that is none of what can be made.",
      why: "The site would lack the feed, the map or the list that was asked for.",
      bad: ["sitegen.yml": "title: Example\nbaseURL: https://example.org/\noutputs: [sitmap]\n"],
      good: ["sitegen.yml": "title: Example\nbaseURL: https://example.org/\noutputs: [sitemap]\n"]),
    scope: .reading)

  /// No settings at all.
  static let settingsUnreadable = Check(
    "settings/unreadable", .error,
    .init(
      finds: "A project without a file sitegen.yml that can be read.",
      why: "Nothing can be made without a title and an address.",
      bad: ["site.yml": "title: Example\nbaseURL: https://example.org/\noutputs: []\n"],
      good: ["sitegen.yml": "title: Example\nbaseURL: https://example.org/\noutputs: []\n"]),
    scope: .reading)
}
