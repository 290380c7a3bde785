import Diagnostics
import Testing

@testable import Checks

@Suite struct GenericTextTests {
  private static let list = "- here\n- click here\n- {avoid: [read more, more]}\n"

  @Test func linksThatSayNothingAreReported() async throws {
    let found = try await findings(
      of: .genericLinkText,
      [
        "content/data/words/en/generic-link-text.yml": Self.list,
        "content/a.md": """
        If somebody does not wake up, [👉click here👈](index.md). Über *alles*: [👉*Click* **here**👈](index.md).

        - Signs of an overdose – [👉Read more …👈](index.md)
        - [👉&#104;ere👈](https://example.org/)

        | Harm | Where |
        |---|---|
        | Bladder | [👉More »👈](index.md) |

        > On the second line
        > [👉here👈](index.md#part), and [👉HERE👈](https://example.org/ "title").
        """,
      ])
    #expect(found.first?.message == "'click here' does not say where the link leads")
  }

  @Test func linksThatNameTheirPlaceAreFine() async throws {
    try await findings(
      of: .genericLinkText,
      [
        "content/data/words/en/generic-link-text.yml": Self.list,
        "content/b.svg": "<svg/>",
        "content/a.md": """
        Read more about [the bladder](index.md) here. [Read more about the liver](index.md), [more than pain](index.md).
        Call [](support:nobody). ![here](b.svg) [where it hurts](index.md) [there](index.md)
        """,
      ])
  }

  @Test func aPictureInALinkSpeaksForIt() async throws {
    try await findings(
      of: .genericLinkText,
      [
        "content/data/words/en/generic-link-text.yml": Self.list, "content/b.svg": "<svg/>",
        "content/a.md": "[👉![click here](b.svg)👈](index.md)\n",
      ])
  }

  @Test func anotherLanguageHasWordsOfItsOwn() async throws {
    try await findings(
      of: .genericLinkText,
      [
        "sitegen.yml": """
        title: Example
        baseURL: https://example.org/
        outputs: []
        languages: {en: {name: English}, de: {name: Deutsch}}

        """,
        "content/data/words/en/generic-link-text.yml": "- here\n",
        "content/data/words/de/generic-link-text.yml": "- hier\n",
        "content/de/index.md": "Zur Blase [👉hier👈](index.md), [here](index.md).\n",
        "content/a.md": "[hier](index.md)\n",
      ])
  }
}
