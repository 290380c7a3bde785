import Testing

@testable import Content

struct BaseURLTests {
  @Test(arguments: [
    ("https://example.org", "https://example.org", "/"), ("https://example.org/", "https://example.org", "/"),
    ("https://example.org/a", "https://example.org", "/a/"),
    ("https://example.org/a/b/", "https://example.org", "/a/b/"),
    ("http://localhost:8080", "http://localhost:8080", "/"), ("http://127.0.0.1/x", "http://127.0.0.1", "/x/"),
    ("https://example.org/~me/%20/", "https://example.org", "/~me/%20/"),
  ])
  func cutsAnAddressIntoOriginAndPath(text: String, origin: String, path: String) throws {
    let base = try #require(BaseURL(text))
    #expect(base.origin == origin)
    #expect(base.path == path)
    #expect(base.absolute == origin + path)
  }

  @Test(arguments: [
    "", "example.org", "/", "//example.org/", "https://", "https:///a/", "ftp://example.org/", "https:/example.org",
    "javascript:alert(1)", "https://example.org/?a", "https://example.org/#a", "https://example.org?a",
    "https://example.org/a b/", "https://example.org/a\"b/", "https://example.org/<b>/", "https://example.org//a/",
    "https://example.org/../a/", "https://example.org/a/..", "https://example.org/..", "https://example.org/./a",
    "https://exämple.org/", "https://example.org/\n", " https://example.org/", "https://example.org\\a",
  ])
  func refusesWhereNoSiteCanStand(text: String) { #expect(BaseURL(text) == nil) }
}
