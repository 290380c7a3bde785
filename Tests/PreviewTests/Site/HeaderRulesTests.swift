import Testing

@testable import Preview

@Suite struct HeaderRulesTests {
  private func fields(_ text: String, _ path: String) -> [String] {
    HeaderRules(Array(text.utf8)).fields(for: path).map { "\($0.name): \($0.value)" }
  }

  private let file = """
    # What a build writes.
    /*
      Content-Security-Policy: default-src 'none'; img-src 'self'
      X-Content-Type-Options: nosniff

    /assets/*
      Cache-Control: public, max-age=31536000, immutable
    """

  @Test func blocksApplyToTheirAddresses() {
    let all = ["Content-Security-Policy: default-src 'none'; img-src 'self'", "X-Content-Type-Options: nosniff"]
    #expect(fields(file, "/") == all)
    #expect(fields(file, "/risks/") == all)
    #expect(fields(file, "/assets/a.css") == all + ["Cache-Control: public, max-age=31536000, immutable"])
  }

  @Test func whatSeveralBlocksSayIsOneList() {
    #expect(fields("/*\n A: 1\n/a/*\n a: 2\n", "/a/b") == ["A: 1, 2"])
    #expect(fields("/a\n A: 1\n/b\n A: 2\n", "/b") == ["A: 2"])
  }

  @Test(
    arguments: [
      ("/*", "/", true), ("/*", "/a/b", true), ("/a/*", "/a/", true), ("/a/*", "/a", false),
      ("/*.css", "/a/b.css", true),
      ("/*.css", "/a/b.css.map", false), ("/a/*/c*", "/a/b/b/cd", true), ("/a", "/a", true), ("/a", "/a/", false),
      ("/:x/b", "/a/b", true), ("/:x/b", "/a/a/b", false), ("/:x", "/", false), ("/a:b", "/a:b", true),
      ("", "/", false),
      ("/**a", "/a", true),
    ])
  func aStarStandsForAnything(_ pattern: String, _ path: String, _ matches: Bool) {
    #expect(fields("\(pattern)\n  A: b\n", path) == (matches && !pattern.isEmpty ? ["A: b"] : []))
  }

  @Test func manyStarsDoNotTakeLong() {
    let pattern = "/" + String(repeating: "*a", count: 40) + "b"
    #expect(fields("\(pattern)\n  A: b\n", "/" + String(repeating: "a", count: 4000)).isEmpty)
  }

  @Test func whatWouldBreakAMessageIsPassedOver() {
    let text =
      "  Early: 1\n/*\n  Content-Length: 1\n  Transfer-Encoding: chunked\n  A b: 1\n  : 1\n  No colon\n  X: \u{1}\n  Y: a:b\r\n"
    #expect(fields(text, "/") == ["Y: a:b"])
  }
}
