import TestSupport
import Testing

@testable import Outputs

/// The pages of the copy that is unpacked to a disk.
@Suite struct RelativeLinksTests {
  private func rewritten(_ html: String, at path: String) async throws -> String {
    let site = try await RenderedSite([
      "sitegen.yml": "title: A\nbaseURL: https://example.org/k/\noutputs: [not-found]\n",
      "content/risks/bladder.md": page("Bladder", "![x](line-a.svg)\n"), "content/risks/line-a.svg": "<svg/>",
      "content/ü.md": page("Ü"), "content/index.md": page("Home"), "templates/assets/style.css": "a{}",
      "templates/layouts/not-found.html": "x", "templates/strings/en.yml": "pages: {not-found: Not found}\n",
    ])
    let links = RelativeLinks(files: SiteFiles(site.rendering))
    return String(decoding: links.rewrite(Array(html.utf8), at: path), as: UTF8.self)
  }

  @Test(arguments: [
    ("/k/", "../../index.html"), ("/k/#x", "../../index.html#x"), ("/k/risks/bladder/", "index.html"),
    ("/k/%C3%BC/?q#x", "../../%C3%BC/index.html?q#x"), ("/k/risks/line-a.svg", "../line-a.svg"),
  ])
  func addressesOfTheSiteBecomeRelative(_ link: (written: String, wanted: String)) async throws {
    let html = "<p>/k/<a class=x href=\"\(link.written)\">/k/</a> <img src='\(link.written)'>"
    let wanted = "<p>/k/<a class=x href=\"\(link.wanted)\">/k/</a> <img src='\(link.wanted)'>"
    #expect(try await rewritten(html, at: "risks/bladder/index.html") == wanted)
  }

  @Test(arguments: [
    "#x", "https://example.com/k/", "//example.com/", "tel:999", "index.html", "", "https://example.org/k/", "/other/",
  ])
  func otherAddressesStay(_ address: String) async throws {
    let html = "<a href=\"\(address)\">x</a>"
    #expect(try await rewritten(html, at: "index.html") == html)
  }

  @Test(arguments: [("index.html", "./"), ("risks/bladder/index.html", "../../"), ("ü/index.html", "../")])
  func theRootForSearchResultsIsTheCopysOwn(_ place: (path: String, root: String)) async throws {
    let html = "<div data-index=\"/k/assets/x.js\" data-root=\"/k/\">"
    #expect(
      try await rewritten(html, at: place.path)
        == "<div data-index=\"https://example.org/k/assets/x.js\" data-root=\"\(place.root)\">")
  }

  @Test func whatIsNotInTheCopyIsLinkedOnline() async throws {
    #expect(
      try await rewritten("<a href=/k/offline/pages.zip>x</a><a href=\"/k/404.html\">y</a>", at: "index.html")
        == "<a href=https://example.org/k/offline/pages.zip>x</a><a href=\"https://example.org/k/404.html\">y</a>")
  }

  @Test func whatOnlyLooksLikeATagStays() async throws {
    let html =
      "<!-- <a href=\"/k/\"> --><script>\"<a href='/k/'>\"</script><p title=\"<a href='/k/'>\" data-href=\"/k/\"> a < b"
    #expect(try await rewritten(html, at: "index.html") == html)
  }
}
