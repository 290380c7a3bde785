import Testing

@testable import Preview

/// The two variants of a page, as docs/preview.md has them.
@Suite struct VariantTests {
  private let html =
    "<head><meta http-equiv=\"Content-Security-Policy\" content=\"img-src 'self'\"><title>a</title></head>"

  private var site: PreviewSite {
    .sample([
      "index.html": html, "a/index.html": html, "404.html": html, "a.css": "a{}",
      "_headers": "/*\n  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n",
    ])
  }

  @Test(arguments: ["*/*", "", "application/json", "text/*"])
  func aProgramGetsWhatABuildPublishes(_ accept: String) throws {
    let answer = try site.answer("/", [("Accept", accept)])
    #expect(answer.text == html)
    #expect(answer["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'")
    #expect(answer["Vary"] == "Accept, Accept-Encoding")
  }

  @Test(arguments: [("/", "/"), ("/index.html", "/"), ("/a/", "/a/"), ("/a/index.html", "/a/"), ("/b%20c?d", "/b%20c")])
  func aBrowserGetsTheScriptToo(_ address: String, _ page: String) throws {
    let answer = try site.answer(address, [browser])
    let hash = PageHash.of(Array(html.utf8))
    #expect(
      answer.text
        == "<head><title>a</title><script src=\"/.sitegen/preview.js\" data-page=\"\(page)\" data-bytes=\"\(hash)\" defer></script></head>"
    )
    #expect(answer["Vary"] == "Accept, Accept-Encoding")
    let own = "http://127.0.0.1:8080/.sitegen/"
    #expect(
      answer["Content-Security-Policy"]
        == "default-src 'none'; frame-ancestors 'none'; script-src \(own)preview.js; connect-src \(own)events \(own)preview.css"
        + " | img-src 'self'")
  }

  @Test func theVariantsHaveTagsOfTheirOwn() throws {
    let program = try site.answer("/")["ETag"]
    let answer = try site.answer("/", [browser])
    #expect(answer["ETag"] != program)
    #expect(try site.answer("/", [browser, ("If-None-Match", try #require(program))]).status == .ok)
    #expect(try site.answer("/", [browser, ("If-None-Match", try #require(answer["ETag"]))]).status == .notModified)
  }

  @Test func otherPoliciesAreAnotherAnswer() throws {
    var other = site
    other.files["_headers"] = { Array("/*\n  Content-Security-Policy: default-src 'self'\n".utf8) }
    #expect(try site.answer("/", [browser])["ETag"] != other.answer("/", [browser])["ETag"])
  }

  @Test func onlyPagesHaveVariants() throws {
    #expect(try site.answer("/a.css", [browser]).text == "a{}")
    #expect(try site.answer("/a.css", [browser])["Vary"] == "Accept-Encoding")
  }

  @Test func thePreviewsFirstPageHasThePreviewsPolicy() throws {
    let answer = try site.answer("/.sitegen/", [browser])
    let own = "http://127.0.0.1:8080/.sitegen/"
    #expect(answer.text.contains("data-page=\"/.sitegen/\""))
    let policy = try #require(answer["Content-Security-Policy"])
    #expect(policy.hasPrefix("default-src 'none'; style-src \(own)preview.css; script-src \(own)preview.js"))
    #expect(policy.contains("connect-src \(own)events \(own)preview.css"))
    #expect(policy.hasSuffix("base-uri 'none'; form-action 'none'; frame-ancestors 'none'"))
  }
}
