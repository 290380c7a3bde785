import Testing

@testable import Preview

@Suite struct RequestTargetTests {
  @Test(
    arguments: [
      ("/", "/"), ("/a/b.html", "/a/b.html"), ("/a%20b/", "/a b/"), ("/%C3%A9/", "/é/"), ("/%2e%2E%2e/", "/.../"),
      ("/a;b=c,d/", "/a;b=c,d/"), ("//a/", "//a/"), ("/a|b[c]^", "/a|b[c]^"), ("/%25%32%65/", "/%2e/"),
      ("/.well-known/x", "/.well-known/x"), ("/\u{25}EF%BC%8E%EF%BC%8E/", "/\u{FF0E}\u{FF0E}/"),
    ])
  func decodesAPathOnce(_ sent: String, _ path: String) throws {
    #expect(try #require(RequestTarget(sent)).path == path)
  }

  @Test(
    arguments: [
      "", "*", "a", "/..", "/../a", "/a/../b", "/./a", "/a/.", "/%2e%2e/a", "/.%2E/a", "/%2e/a", "/a/%2e%2e",
      "/a%2fb", "/a%2Fb", "/a%5cb", "/a\\b", "/..\\a", "/a%00", "/a%0a", "/a%7f", "/a%c2%85", "/%c0%ae%c0%ae/",
      "/%e0%80%ae/",
      "/%ff", "/%ed%a0%80", "/%", "/%2", "/%zz", "/%u002e", "/% 41", "/%+1", "/a b", "/a\tb", "/é", "/a#b", "/a<b",
      "/a\"b", "/a{b}",
      "/a?b#c", "/a?b c", "file:///etc/passwd", "https://localhost/", "ftp://localhost/", "localhost:80", "http:/a",
    ])
  func refusesWhatIsNoPath(_ sent: String) { #expect(RequestTarget(sent) == nil) }

  @Test func readsAWholeAddress() throws {
    let target = try #require(RequestTarget("HTTP://localhost:8080/a/?b"))
    #expect(target.authority == "localhost:8080")
    #expect(target.rawPath == "/a/")
    #expect(target.query == "b")
    #expect(try #require(RequestTarget("http://localhost")).path == "/")
    #expect(try #require(RequestTarget("http://localhost?a")).path == "/")
  }

  @Test func readsAFieldOfTheQuery() throws {
    let target = try #require(RequestTarget("/e?page=%2Fa%2520b%2F&bytes=12&x&y=1=2"))
    #expect(target.field("page") == "/a%20b/")
    #expect(target.field("bytes") == "12")
    #expect(target.field("y") == "1=2")
    #expect(target.field("x") == nil)
    #expect(target.field("z") == nil)
    #expect(try #require(RequestTarget("/e?page=%FF")).field("page") == nil)
  }
}
