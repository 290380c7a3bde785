import Diagnostics
import Testing

@testable import Checks

@Suite struct EmptyHeadingTests {
  @Test func headingsWithoutWordsAreReported() async throws {
    try await findings(
      of: .emptyHeading,
      [
        "content/a.md": """
        👉##👈

        👉###👈 {#here}

        > 👉##👈 &nbsp;

        - 👉####👈
        """
      ])
  }

  @Test func headingsWithAnythingToReadAreFine() async throws {
    try await findings(
      of: .emptyHeading,
      [
        "content/b.svg": "<svg/>",
        "content/a.md": "## `code`\n\n## 膀胱\n\n## ?\n\n## ![alt](b.svg)\n\nUnderlined\n---\n\n## *Early* signs\n",
      ])
  }
}
