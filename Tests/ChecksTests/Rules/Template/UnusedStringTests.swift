import Testing

@testable import Checks

@Suite struct UnusedStringTests {
  @Test func whatNothingAsksForIsFound() async throws {
    let found = try await findings(
      of: .unusedString,
      [
        "templates/strings/en.yml": """
        skip: Skip
        👉menü👈: Menu
        help: {label: Help, 👉now👈: Get help}
        care:
          do: Do
          👉"don't"👈: Don't
        pager: {next: Next, previous: Previous}
        """,
        "templates/layouts/page.html": "{{strings.skip}} {{> partials/a}} {{{strings.help.nov}}}",
        "templates/partials/a.html":
          "<a title=\"{{strings.help.label}}\">{{strings.care.do}}</a>{{#strings.pager}}{{next}}{{/strings.pager}}",
      ])
    #expect(found.contains { $0.help == "a template asks for 'help.nov'; is that meant?" })
  }

  @Test func whatTheProgramAsksForIsFine() async throws {
    try await findings(
      of: .unusedString,
      [
        "templates/strings/en.yml": """
        pages: {glossary: Glossary, glossary-description: Words, not-found: Not found, 👉seek👈: Search}
        footnotes: {back: Back}
        months: [January, February]
        countries: {GB: United Kingdom}
        languages: {de: German}
        levels: {strong: strong evidence}
        verdicts: {👉wrong👈: Wrong}
        """,
        "templates/directives/evidence.html": "<p>{{attributes.levelName}}</p>",
      ])
  }
}
