import Diagnostics
import Testing

@testable import Checks

@Suite struct MissingPageTests {
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

  @Test func linksToPagesThatAreNotThereAreReported() async throws {
    let found = try await findings(
      of: .missingPage,
      [
        "content/risks/bladder.md": Self.bladder,
        "content/guide/a.md": """
        Ünïcödé before 👉[it](../risks/blader.md)👈 and [fine](../risks/bladder.md).

        > In a quote: 👉[*emphasised* words](nothing-of-the-sort.md#part)👈

        1. In a list
           - 👉[deeper](<../no such page.md>)👈

        | A | B |
        |---|---|
        | x | 👉[in a table](x/y.md)👈 |
        """,
      ])
    #expect(found.first?.message == "no page at 'content/risks/blader.md'")
    #expect(found.first?.help == "the nearest is '../risks/bladder.md'")
  }

  /// The page that a person most likely meant.
  @Test(arguments: [
    ("guide/instal.md", "the nearest is 'guide/install.md'"),  // a slip in the name
    ("install.md", "the nearest is 'guide/install.md'"),  // the wrong folder
    ("../guide/install.md", "the nearest is 'guide/install.md'"),
    ("giude/install.md", "the nearest is 'guide/install.md'"),  // a slip in the folder
    ("guide", "link to the file: 'guide/index.md'"),  // an address instead of a file
    ("/guide/", "link to the file: 'guide/index.md'"),
    ("/guide/install/", "link to the file: 'guide/install.md'"),
    ("guide/install.html", "link to the file: 'guide/install.md'"),
    ("guide/Install.md", "the nearest is 'guide/install.md'"),
    ("risk/index.md", "the nearest is 'risks/index.md'"),  // people call an opening page by its folder
    ("guide.md", "the nearest is 'guide/index.md'"),
    ("x.md", "link to the Markdown file of the page, such as '../risks/bladder.md'"),  // nothing like it
    ("quite-another-thing.md", "link to the Markdown file of the page, such as '../risks/bladder.md'"),
  ])
  func theLikelyPageIsSuggested(_ link: String, _ help: String) async throws {
    let found = try await findings(
      of: .missingPage,
      [
        "content/a.md": "👉[x](\(link))👈\n", "content/guide/index.md": "Text.\n", "content/guide/install.md": "Text.\n",
        "content/risks/index.md": "Text.\n", "content/b.md": "Text.\n",
      ])
    #expect(found.first?.help == help)
  }

  @Test func anEmptyLinkIsReported() async throws {
    let found = try await findings(of: .missingPage, ["content/a.md": "An 👉[empty]()👈 one.\n"])
    #expect(found.first?.message == "the link leads nowhere")
  }

  @Test func linksInCodeAreNotLinks() async throws {
    try await findings(of: .missingPage, ["content/a.md": "`[x](no.md)`\n\n    [x](no.md)\n\n```\n[x](no.md)\n```\n"])
  }
}
