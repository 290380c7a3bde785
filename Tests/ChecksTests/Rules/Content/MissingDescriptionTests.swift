import Diagnostics
import Testing

@testable import Checks

@Suite struct MissingDescriptionTests {
  private static let home = "---\ntitle: Home\ndescription: What this is.\n---\nText.\n"

  @Test func pagesWithoutADescriptionAreReported() async throws {
    try await findings(
      of: .missingDescription,
      [
        "content/index.md": Self.home, "content/a.md": "---\ntitle: 👉Über die Blase👈\n---\nText.\n",
        "content/b.md": "---\ntitle: B\ndescription: 👉\" \"👈\n---\nText.\n",
        "content/c.md": "---\ntitle: C\ndescription: Zur Blase.\n---\nText.\n",
      ])
  }
}
