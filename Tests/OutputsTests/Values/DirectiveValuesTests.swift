import TestSupport
import Testing

@testable import Outputs

struct DirectiveValuesTests {
  /// A page of one directive, drawn by the template.
  private func drawn(_ text: String, _ template: String, _ more: [String: String] = [:]) async throws -> String {
    let site = try await site(text, template, more)
    #expect(try site.diagnostics().map(\.message) == [])
    return try site.text("index.html")
  }

  private func site(_ text: String, _ template: String, _ more: [String: String] = [:]) async throws -> RenderedSite {
    var files = more
    files["templates/directives/box.html"] = template
    files["content/index.md"] = page("Home", text)
    return try await RenderedSite(files)
  }

  private let cards = ["content/data/cards.yml": "- {name: A, level: strong}\n- {name: B, note: N, references: [r]}\n"]

  // MARK: Content

  @Test func templatesGetWhatStandsInside() async throws {
    #expect(try await drawn(":::box\n*a*\n:::\n", "<div>{{content}}</div>") == "<div><p><em>a</em></p>\n</div>\n")
  }

  @Test func emptyContentIsFalsey() async throws {
    #expect(try await drawn(":::box\n\n\n:::\n", "{{#content}}yes{{/content}}{{^content}}no{{/content}}") == "no\n")
  }

  @Test func directivesOfAPageHaveDifferentIds() async throws {
    #expect(try await drawn(":::box\n:::\n\n:::box\n:::\n", "{{id}}") == "d1\nd2\n")
  }

  @Test func templatesGetTheSitesWords() async throws {
    #expect(
      try await drawn(
        ":::box\n:::\n", "{{strings.a}} {{site.title}} {{site.base}}", ["templates/strings/en.yml": "a: Word"])
        == "Word Example /\n")
  }

  // MARK: Attributes

  @Test func attributesThatThePageDoesNotGiveAreAbsent() async throws {
    #expect(
      try await drawn(
        ":::box{title=\"A & b\"}\n:::\n",
        "{{attributes.title}}|{{attributes.level}}|{{#attributes.levelName}}x{{/attributes.levelName}}")
        == "A &amp; b||\n")
  }

  @Test func attributesThatOnlyAnotherTemplateNamesAreAbsentToo() async throws {
    #expect(
      try await drawn(
        ":::box\n:::\n", "[{{>partials/p}}]",
        ["templates/directives/other.html": "{{attributes.size}}", "templates/partials/p.html": "{{attributes.size}}"])
        == "[]\n")
  }

  @Test func attributesHaveNamesFromTheStrings() async throws {
    #expect(
      try await drawn(
        ":::box{level=strong kind=odd}\n:::\n", "{{attributes.levelName}} {{attributes.kindName}} {{attributes.level}}",
        ["templates/strings/en.yml": "levels: {strong: Strong evidence}"]) == "Strong evidence odd strong\n")
  }

  // MARK: Rows

  @Test func rowsHaveEveryFieldThatAnyRowHas() async throws {
    #expect(
      try await drawn(
        ":::box{data=cards}\n:::\n",
        "{{#rows}}{{name}} {{level}} {{levelName}} {{note}};{{/rows}}",
        cards.merging(
          [
            "templates/strings/en.yml": "levels: {strong: Strong}",
            "content/data/references.json": "[{\"id\": \"r\", \"title\": \"R\"}]",
            "templates/inlines/citation.html": "x",
          ], uniquingKeysWith: { a, _ in a })) == "A strong Strong ;B   N;\n")
  }

  @Test func rowsCiteTheirReferences() async throws {
    #expect(
      try await drawn(
        ":::box{data=cards}\n:::\n", "{{#rows}}{{name}}{{#citations}}: {{citations}}{{/citations}};{{/rows}}",
        cards.merging(
          [
            "content/data/references.json": "[{\"id\": \"r\", \"title\": \"R\"}]",
            "templates/inlines/citation.html": "{{#marks}}<a id={{id}}>{{number}}</a>{{/marks}}",
          ], uniquingKeysWith: { a, _ in a })) == "A;B: <a id=cite-1-1>1</a>;\n")
  }

  @Test func aDirectiveWithoutDataHasNoRows() async throws {
    #expect(
      try await drawn(":::box\n:::\n", "{{#rows}}x{{/rows}}{{#hasRows}}y{{/hasRows}}{{^hasRows}}none{{/hasRows}}")
        == "none\n")
  }

  @Test func attributesThatPickNoRowAreReported() async throws {
    let site = try await site(":::box{data=cards level=strng}\n:::\n", "{{^rows}}none{{/rows}}", cards)
    #expect(try site.text("index.html") == "none\n")
    let problem = try #require(try site.diagnostics().first)
    #expect(problem.rule == "content/no-rows")
    #expect(problem.help == "the nearest level is 'strong'")
  }

  // MARK: Support lines

  @Test func rowsOfSupportLinesAreWrittenOut() async throws {
    let line =
      "id: a, country: GB, region: SCT, name: N, kind: crisis, phone: '116123', text: '85258', display: 116 123, "
      + "languages: [en, xx], evidence: https://a.org, verified: 2026-11-21"
    #expect(
      try await drawn(
        ":::box{data=support-lines country=GB}\n:::\n",
        "{{#rows}}{{countryName}} {{regionName}} {{kindName}} {{phoneURL}} {{textURL}} {{display}} {{#languages}}{{text}},{{/languages}} "
          + "{{verified}} {{verifiedISO}} {{url}}{{hours}}{{cost}}{{audience}}{{note}}{{/rows}}",
        [
          "content/data/support-lines.yml": "- {\(line)}",
          "templates/strings/en.yml":
            "countries: {GB: United Kingdom}\nregions: {SCT: Scotland}\nkinds: {crisis: Crisis}\nlanguages: {en: English}\n"
            + "months: [a, b, c, d, e, f, g, h, i, j, November, l]",
        ])
        == "United Kingdom Scotland Crisis tel:116123 sms:85258 116 123 English,xx, 21 November 2026 2026-11-21 \n")
  }
}
