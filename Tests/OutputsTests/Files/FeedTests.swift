import TestSupport
import Testing

@testable import Outputs

struct FeedTests {
  private func feed(
    _ pages: KeyValuePairs<String, String>, settings: String = "", title: String = "Example", drafts: Bool = false
  ) async throws -> XML {
    var files = ["sitegen.yml": "title: '\(title)'\nbaseURL: https://example.org/k/\noutputs: [feed]\n" + settings]
    for (path, matter) in pages { files["content/" + path] = page(path, "", matter) }
    let site = try await RenderedSite(files, drafts: drafts)
    return try XML(try site.make("feed.xml").bytes)
  }

  private func on(_ day: String) -> String { "review: {state: compiled, on: \(day)}" }

  @Test func hasTheNewestFirstAndTheFirstPathAmongEquals() async throws {
    let xml = try await feed([
      "b.md": on("2026-01-02"), "a.md": on("2026-01-02"), "c.md": on("2026-03-01"), "d.md": on("2025-12-31"),
    ])
    #expect(xml.texts("title", in: "entry") == ["c.md", "a.md", "b.md", "d.md"])
    #expect(xml.texts("updated", in: "entry").first == "2026-03-01T00:00:00Z")
    #expect(xml.texts("updated", in: "feed") == ["2026-03-01T00:00:00Z"])
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3)])
  func hasAtMostAsManyEntriesAsTheSettingsSay(length: Int, expected: Int) async throws {
    let xml = try await feed(
      ["a.md": on("2026-01-01"), "b.md": on("2026-01-03"), "c.md": on("2026-01-02")],
      settings: "feedLength: \(length)\n")
    #expect(xml.texts("title", in: "entry") == Array(["b.md", "c.md", "a.md"].prefix(expected)))
  }

  @Test func takesADateThatTheSettingsAdd() async throws {
    let xml = try await feed(
      ["a.md": "date: 2026-01-05", "b.md": "date: 2030-01-01\n" + on("2026-01-01"), "c.md": ""],
      settings: "fields: {date: date}\n")
    #expect(xml.texts("title", in: "entry") == ["a.md", "b.md"])
    #expect(xml.texts("updated", in: "entry") == ["2026-01-05T00:00:00Z", "2026-01-01T00:00:00Z"])
  }

  @Test func isWellFormedWithoutAnyDate() async throws {
    let xml = try await feed(["index.md": ""])
    #expect(xml.all("entry").isEmpty)
    #expect(xml.texts("updated") == ["1970-01-01T00:00:00Z"])
  }

  @Test func hasWhatAtomRequires() async throws {
    let xml = try await feed(["a.md": "description: D\n" + on("2026-01-01")], settings: "description: About it\n")
    let root = try #require(xml.elements.first)
    #expect(root.name == "feed")
    #expect(root.attributes == ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en"])
    #expect(xml.texts("id") == ["https://example.org/k/", "https://example.org/k/a/"])
    #expect(xml.texts("subtitle") == ["About it"])
    #expect(xml.texts("summary") == ["D"])
    #expect(xml.texts("name", in: "author") == ["Example"])
    #expect(
      xml.all("link").map { "\($0.attributes["rel"] ?? "") \($0.attributes["href"] ?? "")" } == [
        "self https://example.org/k/feed.xml", "alternate https://example.org/k/",
        "alternate https://example.org/k/a/",
      ])
  }

  @Test func escapesWhatMeansSomethingInXML() async throws {
    let xml = try await feed(
      ["ä & b'c.md": "description: '<b> & \"c\" ]]>'\n" + on("2026-01-01")], title: "R&D <x>")
    #expect(xml.texts("title", in: "feed") == ["R&D <x>"])
    #expect(xml.texts("summary") == ["<b> & \"c\" ]]>"])
    #expect(xml.texts("id", in: "entry") == ["https://example.org/k/%C3%A4%20%26%20b%27c/"])
  }

  @Test func leavesOutWhatNoXMLMayHold() async throws {
    let xml = try await feed(["a.md": "description: \"a\\x01b\\uFFFEc\\td\"\n" + on("2026-01-01")])
    #expect(xml.texts("summary") == ["abc\td"])
  }

  @Test func hasDraftsOnlyWhenTheyAreBuilt() async throws {
    let matter = "status: draft\n" + on("2026-01-01")
    #expect(try await feed(["a.md": matter]).all("entry").isEmpty)
    #expect(try await feed(["a.md": matter], drafts: true).all("entry").count == 1)
  }
}
