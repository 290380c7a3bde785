import Diagnostics
import Testing

@testable import Checks

@Suite struct OrphanTests {
  @Test func pagesThatNothingLeadsToAreReported() async throws {
    let found = try await findings(
      of: .orphanPage,
      [
        "content/index.md": "---\ntitle: Home\n---\n[Risks](risks/index.md)\n",
        "content/risks/index.md": "Text.\n", "content/risks/bladder.md": "Listed by its section.\n",
        "content/risks/deep/er.md": "Listed there too.\n",
        "content/lost/a.md": "---\ntitle: 👉Lost👈\n---\n[Itself](a.md), [each other](b.md)\n",
        "content/lost/b.md": "---\ntitle: 👉Lost too👈\n---\n[Each other](a.md)\n",
      ])
    #expect(found.first?.help == "link to it where its readers are, such as in content/index.md")
  }

  @Test func everyWayToAPageCounts() async throws {
    try await findings(
      of: .orphanPage,
      [
        "sitegen.yml": """
        title: Example
        baseURL: https://example.org/
        outputs: [topics]
        navigation: [menu]
        helpPage: help.md

        """,
        "templates/partials/footer.html": "<a href=\"{{site.base}}about/\">About</a>",
        "content/menu.md": "[Linked](linked.md#part)\n", "content/linked.md": "## Part\n", "content/help.md": "Text.\n",
        "content/tagged.md": "---\ntitle: Tagged\ntags: [bladder]\n---\nText.\n",
        "content/about/index.md": "In the footer.\n", "content/about/us.md": "Below it.\n",
      ])
  }

  @Test func aHomePageWhoseLayoutListsItsPagesLeadsToThem() async throws {
    try await findings(
      of: .orphanPage,
      ["templates/layouts/home.html": "{{#page.children}}{{title}}{{/page.children}}", "content/a.md": "Text.\n"])
  }
}
