import TestSupport
import Testing

@testable import Content

struct ResolverTests {
  private static let all = "title: A\nbaseURL: https://a.org\n"

  private func generated(_ files: [String: String], settings: String = Self.all) async throws -> [String] {
    var files = files
    files["sitegen.yml"] = settings
    files["content/index.md"] = files["content/index.md"] ?? page("Home")
    return try await ResolvedSite(files).site.generated.map { "\($0.language) \($0.address) \($0.part)" }
  }

  private func references(_ count: Int) -> String {
    "[" + (0..<count).map { "{\"id\": \"r\($0)\", \"title\": \"T\"}" }.joined(separator: ",") + "]"
  }

  // MARK: Generated pages

  @Test func makesNoListOfNothing() async throws {
    #expect(try await generated([:]) == ["en a-z/ 1", "en search/ 1", "en 404.html 1"])
  }

  @Test func makesEveryListThatHasEntries() async throws {
    #expect(
      try await generated([
        "content/data/references.json": references(1),
        "content/data/glossary.yml": "- {id: a, term: A, definition: B}",
        "content/index.md": page("A", "", "tags: [x]"),
      ]) == ["en glossary/ 1", "en references/ 1", "en topics/ 1", "en a-z/ 1", "en search/ 1", "en 404.html 1"])
  }

  private static let size = GeneratedPage.entriesPerPart(.references)

  @Test(arguments: [(size, 1), (size + 1, 2), (2 * size, 2), (2 * size + 1, 3)])
  func cutsALongListIntoPages(count: Int, parts: Int) async throws {
    let found = try await generated(
      ["content/data/references.json": references(count)], settings: Self.all + "outputs: [references]")
    #expect(found == (1...parts).map { "en references/\($0 == 1 ? "" : "\($0)/") \($0)" })
  }

  @Test func makesThoseThatTheSettingsName() async throws {
    #expect(try await generated([:], settings: Self.all + "outputs: [not-found, feed, glossary]") == ["en 404.html 1"])
    #expect(try await generated([:], settings: Self.all + "outputs: []") == [])
  }

  @Test func makesThemInEveryLanguage() async throws {
    #expect(
      try await generated(
        ["content/de/a.md": page("A", "", "tags: [x]")],
        settings: Self.all + "languages: {en: {name: English}, de: {name: Deutsch}}") == [
          "en a-z/ 1", "en search/ 1", "en 404.html 1", "de de/topics/ 1", "de de/a-z/ 1", "de de/search/ 1",
          "de de/404.html 1",
        ])
  }

  // MARK: Aliases

  @Test(arguments: [("/old/", "old/"), ("/old", "old/"), ("/old.html", "old.html"), ("/a/b.php", "a/b.php/")])
  func anAliasIsAFolderUnlessItNamesAPage(alias: String, address: String) async throws {
    let site = try await ResolvedSite(["content/a.md": page("A", "", "aliases: [\(alias)]")])
    #expect(site.site.aliases.map(\.address) == [address])
  }

  // MARK: Pages

  @Test func leavesDraftsOutUnlessTheyAreWanted() async throws {
    let files = [
      "content/index.md": page("Home", "[x](wip.md)\n"), "content/wip.md": page("W", "", "status: draft\ntags: [x]"),
    ]
    let published = try await ResolvedSite(files)
    #expect(published.site.pages.map(\.path) == ["content/index.md"])
    if case .draft("content/wip.md") = try published.page("index.md").targets[0] {} else { Issue.record("no draft") }
    let all = try await ResolvedSite(files, drafts: true)
    #expect(all.site.pages.map(\.path) == ["content/index.md", "content/wip.md"])
    if case .page(1, anchor: nil) = try all.page("index.md").targets[0] {} else { Issue.record("no page") }
  }

  @Test func listsEachTermOnceInTheOrderOfFirstUse() async throws {
    let site = try await ResolvedSite([
      "content/data/glossary.yml": "- {id: a, term: A, definition: X}\n- {id: b, term: B, definition: Y}",
      "content/index.md": page("Home", "[b](glossary:b) [a](glossary:a) [b](glossary:b) [c](glossary:c)\n"),
    ])
    #expect(try site.page("index.md").terms == [1, 0])
  }

  @Test func findsTheSameSiteOnAnyNumberOfThreads() async throws {
    var files = ["sitegen.yml": Self.all, "content/data/references.json": references(9)]
    for i in 0..<120 {
      files["content/s\(i % 7)/p\(i).md"] = page(
        "P\(i)", "[n](../s\((i + 1) % 7)/p\(i + 1).md) [@r\(i % 9)]\n", "order: \(i % 5)\ntags: [t\(i % 3)]")
      files["content/s\(i % 7)/index.md"] = page("S")
    }
    func outline(_ threads: Int) async throws -> [String] {
      let site = try await ResolvedSite(files, threads: threads).site
      return site.pages.map {
        "\($0.path) \($0.children) \($0.previous ?? -1) \($0.next ?? -1) \($0.targets) \($0.citations.references)"
      } + site.tags.map { "\($0.id) \($0.pages)" }
    }
    let one = try await outline(1)
    #expect(one.count == 120 + 7 + 3)
    #expect(try await outline(2) == one)
    #expect(try await outline(7) == one)
  }
}
