import Content
import TestSupport
import Testing

@testable import Outputs

struct SitemapTests {
  private let settings = "title: A\nbaseURL: https://example.org/k/\n"

  private func bytes(_ file: OutputTree.File) -> [UInt8] {
    var out: [UInt8] = []
    if case .made(let write) = file.content { _ = write(&out) }
    return out
  }

  @Test func listsEveryPageWithTheDayOfItsReview() async throws {
    let site = try await RenderedSite([
      "sitegen.yml": settings + "outputs: [sitemap]", "content/index.md": page("Home"),
      "content/a & b.md": page("A", "", "review: {state: compiled, on: 2026-11-21, due: 2027-11-21}"),
      "content/wip.md": page("W", "", "status: draft"),
    ])
    let xml = try XML(try site.make("sitemap.xml").bytes)
    #expect(xml.elements.first?.attributes == ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"])
    #expect(xml.texts("loc") == ["https://example.org/k/a%20%26%20b/", "https://example.org/k/"])
    #expect(xml.texts("lastmod") == ["2026-11-21"])
  }

  @Test func listsGeneratedPagesButNotWhatStandsForMissingOnes() async throws {
    let site = try await RenderedSite([
      "sitegen.yml": settings, "content/index.md": page("Home", "", "tags: [pain]\naliases: [/old/]"),
      "content/data/glossary.yml": "- {id: a, term: A, definition: B}",
    ])
    let addresses = try XML(try site.make("sitemap.xml").bytes).texts("loc")
    #expect(
      addresses
        == ["", "glossary/", "topics/", "a-z/", "search/", "topics/pain/"].map { "https://example.org/k/" + $0 })
  }

  @Test(arguments: [(0, 1), (1, 1), (2, 1), (3, 3), (4, 3), (5, 4)])
  func isCutIntoFilesOfAsManyEntriesAsTheProtocolAllows(count: Int, files: Int) async throws {
    let site = try await RenderedSite(["sitegen.yml": settings + "outputs: []"])
    let entries = (0..<count).map { Array("<url><loc>\($0)</loc></url>\n".utf8) }
    let made = Sitemap.files(entries, limit: 2, site.rendering)
    #expect(made.count == files)
    #expect(made.last?.path == "sitemap.xml")
    let listed = try made.filter { made.count == 1 || $0.path != "sitemap.xml" }.flatMap {
      try XML(bytes($0)).texts("loc")
    }
    #expect(listed == (0..<count).map(String.init))
    if made.count > 1 {
      let last = try #require(made.last)
      let index = try XML(bytes(last))
      #expect(index.elements.first?.name == "sitemapindex")
      #expect(index.texts("loc") == (1..<files).map { "https://example.org/k/sitemap-\($0).xml" })
    }
  }

  @Test func holdsFiftyThousandEntries() { #expect(Sitemap.limit == 50_000) }
}
