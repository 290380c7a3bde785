import Content
import Diagnostics
import TestSupport
import Testing

@testable import ExternalLinks

/// Which addresses a site links to, and where they stand.
@Suite struct ExternalLinkTests {
  private func links(_ files: [String: String]) async throws -> (links: [ExternalLink], files: [String: String]) {
    var all = ["content/index.md": page("Home", "Welcome.\n")]
    all.merge(files) { _, new in new }
    let resolved = try await ResolvedSite(all)
    return (ExternalLink.all(in: resolved.site, resolved.tree), all)
  }

  /// What an editor sees underlined at a place.
  private func text(_ place: ExternalLink.Place, _ files: [String: String]) throws -> String {
    let lines = try #require(files[place.location.file]).split(separator: "\n", omittingEmptySubsequences: false)
    let line = Array(lines[place.location.line - 1].utf8)
    return String(decoding: line.dropFirst(place.location.column - 1).prefix(place.location.length), as: UTF8.self)
  }

  /// The address stands exactly there, so it may be edited.
  @Test(arguments: [
    "See [the leaflet](https://example.net/a).",
    "*Wörter* and **[strong *text*](https://example.net/a \"A title\")** there.",
    "- item\n- [`code`](<https://example.net/a>) more",
    "| a | b |\n|---|---|\n| x | ü [c](https://example.net/a) |",
    "> ## Quoted [heading](https://example.net/a)\n",
    "<https://example.net/a>", "Bare https://example.net/a, and more.",
    "Two\nlines of [a text\nthat goes on](https://example.net/a).",
    "[https://example.net/a](https://example.net/a)", "Tom &amp; Jerry \\* [x &amp; y](https://example.net/a)",
    "[](https://example.net/a)",
  ])
  func aLinkInAPageStandsWhereItsAddressIs(_ body: String) async throws {
    let (links, files) = try await links(["content/page.md": page("Page", body + "\n")])
    #expect(links.map(\.address.text) == ["https://example.net/a"])
    let place = try #require(links.first?.places.first)
    #expect(links.first?.places.count == 1)
    #expect(place.isExact)
    #expect(try text(place, files) == "https://example.net/a")
    if body.hasPrefix("[https") { #expect(place.location.column == 25) }
  }

  /// The link as a whole is named, and nothing is edited.
  @Test(arguments: [
    ("See [the leaflet][l].\n\n[l]: https://example.net/a", "[the leaflet][l]"),
    ("See [l].\n\n[l]: https://example.net/a", "[l]"),
    ("See [x](https:&#47;/example.net/a).", "[x](https:&#47;/example.net/a)"),
  ])
  func aLinkWithoutItsAddressIsNamedAsAWhole(_ body: String, _ whole: String) async throws {
    let (links, files) = try await links(["content/page.md": page("Page", body + "\n")])
    let place = try #require(links.first?.places.first)
    #expect(!place.isExact)
    #expect(try text(place, files) == whole)
  }

  @Test func onlyTheWebIsAsked() async throws {
    let (links, _) = try await links([
      "content/page.md": page(
        "Page",
        """
        [a](mailto:a@example.net) [b](tel:112) [c](//example.net/) [d](index.md) [e](#x) [f](ftp://example.net/)
        [g](https://example.org/own) [h](https://u:p@example.net/)

        `https://example.net/code` <!-- https://example.net/comment -->

        """)
    ])
    #expect(links.isEmpty)
  }

  @Test func oneAddressHasAllItsPlaces() async throws {
    let (links, _) = try await links([
      "content/a.md": page("A", "[x](https://Example.net/a#one) and [y](https://example.net/a#two)\n"),
      "content/b.md": page("B", "[z](https://example.net/a)\n"),
    ])
    #expect(links.map(\.address.text) == ["https://example.net/a"])
    #expect(links.first?.places.map(\.location.file) == ["content/a.md", "content/a.md", "content/b.md"])
    #expect(links.first?.places.map(\.fragment) == ["#one", "#two", ""])
  }

  @Test func dataFilesAreReadWhateverTheirKeys() async throws {
    let (links, files) = try await links([
      "sitegen.yml": ResolvedSite.settings + "exitURL: https://exit.example/\n",
      "content/data/glossary.yml": "- {id: t, term: T, definition: 'See [x](https://glossary.example/).'}\n",
      "content/data/references.json": """
      [{"id": "a", "title": "A", "DOI": "10.1/x#y(z)<w>", "URL": "https://reference.example/a"},
       {"id": "b", "title": "B", "URL": "https:\\/\\/reference.example\\/b"}]
      """,
      "content/data/support-lines.yml": """
      - id: s
        country: GB
        name: S
        kind: emergency
        phone: "112"
        url: https://line.example/
        evidence: "https://line.example/evidence"
        verified: 2026-11-21
      """,
      "content/data/trials.csv": "name,registry\nT,https://trial.example/1\n",
    ])
    #expect(
      links.map(\.address.text) == [
        "https://doi.org/10.1/x%23y(z)%3Cw%3E", "https://exit.example/", "https://glossary.example/",
        "https://line.example/", "https://line.example/evidence", "https://reference.example/a",
        "https://reference.example/b", "https://trial.example/1",
      ])
    for link in links {
      let place = try #require(link.places.first)
      let isPlain = !["doi.org", "exit.example", "glossary.example"].contains(link.address.host)
      #expect(place.isExact == (isPlain && link.address.text != "https://reference.example/b"), "\(link.address)")
      if place.isExact { #expect(try text(place, files) == link.address.text) }
    }
  }

  @Test func theOrderIsAlwaysTheSame() async throws {
    var files: [String: String] = [:]
    for i in 0..<30 {
      files["content/p\(i).md"] = page("P", "[a](https://h\(i % 7).example/\(i)) <https://z.example>\n")
    }
    let first = try await links(files).links
    for _ in 0..<3 {
      let again = try await links(files).links
      #expect(again.map(\.address) == first.map(\.address))
      #expect(again.map(\.places) == first.map(\.places))
    }
  }
}
