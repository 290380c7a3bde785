import Diagnostics
import Testing

@testable import Checks

@Suite struct DuplicateTitleTests {
  @Test func pagesOfOneTitleAreReported() async throws {
    let found = try await findings(
      of: .duplicateTitle,
      [
        "content/a.md": "---\ntitle: Über die Blase\n---\nText.\n",
        "content/b.md": "---\ntitle: 👉über die  blase👈\n---\nText.\n",
        "content/c.md": "---\ntitle: Blase\n---\nText.\n",
      ])
    #expect(found.first?.notes.first?.location?.file == "content/a.md")
  }

  @Test func translationsMayHaveTheSameTitle() async throws {
    try await findings(
      of: .duplicateTitle,
      [
        "sitegen.yml": """
        title: Example
        baseURL: https://example.org/
        outputs: []
        languages: {en: {name: English}, de: {name: Deutsch}}

        """,
        "content/a.md": "---\ntitle: Depression\n---\nText.\n",
        "content/de/a.md": "---\ntitle: Depression\n---\nText.\n",
      ])
  }
}
