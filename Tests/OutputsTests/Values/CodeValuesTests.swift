import TestSupport
import Testing

@testable import Outputs

/// The QR code and the second copy that templates of handouts get.
@Suite struct CodeValuesTests {
  private func html(_ source: String, template: String) async throws -> String {
    let site = try await RenderedSite([
      "sitegen.yml": "title: A\nbaseURL: https://example.org/k/\noutputs: []\n",
      "content/a.md": page("A", source, "review: {state: compiled, on: 2026-11-21, due: 2027-02-21}"),
      "templates/directives/panel.html": template,
    ])
    #expect(try site.diagnostics().isEmpty)
    return try site.text("a/index.html")
  }

  @Test func theAddressIsWrittenInFullForTheCodeAndShortForPeople() async throws {
    let html = try await html(
      ":::panel{code=h/card}\nText.\n:::\n", template: "{{#code}}{{url}} {{address}} {{size}}{{/code}}")
    // Version 3: 29 modules, and 4 on each side.
    #expect(html.contains("https://example.org/k/h/card/ example.org/k/h/card/ 37"))
  }

  @Test func aDirectiveWithoutAnAddressHasNoCode() async throws {
    #expect(try await html(":::panel\nText.\n:::\n", template: "{{^code}}none{{/code}}").contains("none"))
  }

  @Test func theSecondCopyHasNoIDs() async throws {
    let html = try await html(
      ":::panel\n## Signs\n\nText [to signs](#signs).\n:::\n", template: "{{{content}}}|{{{copy}}}")
    let parts = html.split(separator: "|")
    #expect(parts[0].contains("<h2 id=\"signs\">"))
    #expect(parts[1].hasPrefix("<h2>Signs</h2>") && parts[1].contains("href=\"#signs\""))
  }

  @Test func theDayOfTheReviewIsAtHand() async throws {
    let html = try await html(
      ":::panel\nText.\n:::\n",
      template: "{{#review}}{{onISO}} {{dueISO}}{{#isCompiled}} unread{{/isCompiled}}{{/review}}")
    #expect(html.contains("2026-11-21 2027-02-21 unread"))
  }
}
