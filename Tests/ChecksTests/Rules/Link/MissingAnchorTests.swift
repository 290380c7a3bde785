import Diagnostics
import Testing

@testable import Checks

@Suite struct MissingAnchorTests {
  private static let bladder = """
    Ketamine can harm the bladder. See [the *first* signs](#first-signs) and [home](../index.md).

    ## First signs

    - needing to wee often, also at night[^1]
    - pain, see <https://example.com/>

    | Sign | When |
    |------|------|
    | Blood | [early](#first-signs) |

    [^1]: More in [the list](bladder.md).

    """

  @Test func linksToHeadingsThatAreNotThereAreReported() async throws {
    let found = try await findings(
      of: .missingAnchor,
      [
        "content/risks/bladder.md": Self.bladder,
        "content/a.md":
          "See 👉[signs](risks/bladder.md#first-sings)👈, [these](risks/bladder.md#first-signs), 👉[here](#nothing)👈.\n",
      ])
    #expect(found.map(\.help) == ["the nearest is 'first-signs'", "the page has no headings"])
    #expect(found.first?.message == "no heading 'first-sings' in content/risks/bladder.md")
  }

  @Test func headingsOfAnyScriptAndNamedOnesAreFound() async throws {
    try await findings(
      of: .missingAnchor,
      [
        "content/a.md":
          "## Über Ketamin\n\n## Wie? {#wie}\n\n[a](#über-ketamin) [b](#%C3%BCber-ketamin) [c](#wie) 👉[d](#wie-1)👈\n"
      ])
  }

  @Test func headingsAreNamedWhenNoneIsNear() async throws {
    let found = try await findings(of: .missingAnchor, ["content/a.md": "## One\n\n## Two\n\n👉[x](#zebra)👈\n"])
    #expect(found.first?.help == "its headings are: one, two")
  }
}
