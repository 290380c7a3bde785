import Testing

@testable import Checks

@Suite struct UnusedPartialTests {
  @Test func whatNothingReachesIsFound() async throws {
    try await findings(
      of: .unusedPartial,
      [
        "templates/layouts/base.html": "{{> partials/head}}{{$main}}{{/main}}",
        "templates/layouts/page.html": "{{< layouts/base}}{{$main}}{{> partials/review}}{{/main}}{{/ layouts/base}}",
        "templates/layouts/glossary.html": "{{> partials/letters}}", "templates/partials/head.html": "<head>",
        "templates/partials/review.html": "x", "templates/partials/letters.html": "x",
        "templates/directives/note.html": "x", "templates/inlines/term.html": "x", "templates/once/footer.html": "x",
        "templates/partials/old.html": "👉<p>Für später {{> partials/older}}</p>👈\n<p>Mehr</p>",
        "templates/partials/older.html": "👉x👈", "templates/inlines/other.html": "👉x👈",
        "templates/layouts/article.html": "👉{{! old }}👈\n",
      ])
  }

  @Test func whatASlipInANameLeavesOutIsToldOnce() async throws {
    let site = try MarkedSite([
      "templates/layouts/page.html": "{{> partials/headr}}", "templates/partials/header.html": "<header>",
      "templates/partials/pager.html": "<nav>",
    ])
    let found = try await site.found(by: [.unusedPartial]).filter { $0.rule == "template/unused-partial" }
    #expect(found.map(\.location.file) == ["templates/partials/pager.html"])
  }

  @Test func namesThatTheDataGiveCanBeAny() async throws {
    try await findings(
      of: .unusedPartial,
      ["templates/layouts/page.html": "{{>*page.kind}}", "templates/partials/old.html": "<p>Old</p>"])
  }
}
