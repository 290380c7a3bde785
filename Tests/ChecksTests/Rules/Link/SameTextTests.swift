import Diagnostics
import Testing

@testable import Checks

@Suite struct SameTextTests {
  @Test func linksThatReadTheSameAndLeadElsewhereAreReported() async throws {
    let found = try await findings(
      of: .sameLinkText,
      [
        "content/b.md": "Text.\n", "content/c.md": "## One\n\n## Two\n",
        "content/a.md": """
        The [full guide](b.md) on the bladder, and the [👉*Full* guide👈](c.md) on the liver.

        - [NHS](https://www.nhs.uk/a) and [👉NHS👈](https://www.nhs.uk/b)
        - [signs](c.md#one) and [👉Signs.👈](c.md#two)

        ::: note
        [Down](#x) [👉down👈](#y)
        :::
        """,
      ], directives: ["note"])
    #expect(found.first?.notes.first?.location?.line == 4)
  }

  @Test func linksToOnePlaceAreFine() async throws {
    try await findings(
      of: .sameLinkText,
      [
        "content/b.md": "## Part\n", "content/c.svg": "<svg/>",
        "content/a.md": """
        [Guide](b.md), [guide](./b.md), [guide](b.md#part), [site](https://a.example/) [site](https://a.example).
        [](b.md) [](index.md) [picture](c.svg) [Picture](c.svg) ![x](c.svg) [y](b.md) [K](glossary:k) [k](b.md)
        """,
      ])
  }
}
