import Testing

@testable import Preview

/// Which address answers with what.
@Suite struct AddressTests {
  private let site = PreviewSite.sample([
    "index.html": "home", "risks/index.html": "risks", "risks/a b.html": "space", "feed.xml": "<feed/>",
    "caf\u{E9}.txt": "nfc",
    "404.html": "lost", "_headers": "/*\n  X-Test: yes\n/feed.xml\n  Cache-Control: public\n",
    "_redirects": "/old/ /risks/ 301\n",
    "old/index.html": "moved", "LICENSE": "free",
  ])

  @Test(
    arguments: [
      ("/", 200, "home"), ("/index.html", 200, "home"), ("/risks/", 200, "risks"), ("/risks/index.html", 200, "risks"),
      ("/risks/?x=1", 200, "risks"), ("/risks/a%20b.html", 200, "space"), ("/caf%C3%A9.txt", 200, "nfc"),
      ("/LICENSE", 200, "free"),
      ("/nothing/", 404, "lost"), ("/risks/nothing", 404, "lost"), ("//", 404, "lost"), ("/risks//", 404, "lost"),
      ("/RISKS/", 404, "lost"), ("/index.html/", 404, "lost"), ("/_headers", 404, "lost"), ("/_redirects", 404, "lost"),
      ("/404.html", 200, "lost"), ("/.sitegen/nothing", 404, "lost"),
      // Looks the same, but hosts tell them apart.
      ("/cafe%CC%81.txt", 404, "lost"),
    ])
  func anAddressShowsItsFile(_ address: String, _ status: UInt, _ text: String) throws {
    let answer = try site.answer(address)
    #expect(answer.status.code == status)
    #expect(answer.text == text)
    #expect(answer["X-Test"] == "yes")
  }

  @Test(
    arguments: [
      ("/risks", 301, "/risks/"), ("/risks?a=b", 301, "/risks/?a=b"), ("/old/", 301, "/risks/"), ("/old", 301, "/old/"),
      ("/.sitegen", 302, "/.sitegen/"),
    ])
  func redirectsLeadOn(_ address: String, _ status: UInt, _ location: String) throws {
    let answer = try site.answer(address)
    #expect(answer.status.code == status)
    #expect(answer["Location"] == location)
    #expect(answer["Cache-Control"] == "no-cache")
    #expect(answer.sent.isEmpty)
  }

  @Test func theSiteSaysHowLongItMayBeKept() throws {
    #expect(try site.answer("/feed.xml")["Cache-Control"] == "public")
    #expect(try site.answer("/")["Cache-Control"] == "no-cache")
  }

  @Test func aSiteStandsBelowItsBasePath() throws {
    let site = PreviewSite.sample(
      basePath: "/ketamine/", ["index.html": "home", "a/index.html": "a", "404.html": "lost"])
    #expect(try site.answer("/ketamine/").text == "home")
    #expect(try site.answer("/ketamine/a/").text == "a")
    #expect(try site.answer("/ketamine/a")["Location"] == "/ketamine/a/")
    #expect(try site.answer("/")["Location"] == "/ketamine/")
    #expect(try site.answer("/").status == .found)
    #expect(try site.answer("/ketamine")["Location"] == "/ketamine/")
    for address in ["/a/", "/index.html", "/ketamine2/", "/ketamin/", "/ketamine/ketamine/"] {
      #expect(try site.answer(address).status == .notFound, "\(address)")
    }
  }

  @Test func aSiteWithoutItsOwnPageSaysThatThereIsNothing() throws {
    let answer = try PreviewSite.sample(["index.html": "home"]).answer("/a/")
    #expect(answer.status == .notFound)
    #expect(answer.text.contains("no page at this address"))
    #expect(answer["Content-Type"] == "text/html; charset=utf-8")
  }

  @Test func thePreviewsOwnFilesAreThere() throws {
    #expect(try site.answer("/.sitegen/preview.js").sent == PackageResources.preview_js)
    #expect(try site.answer("/.sitegen/preview.js")["Content-Type"] == "text/javascript; charset=utf-8")
    #expect(try site.answer("/.sitegen/preview.css").sent == PackageResources.preview_css)
    #expect(try site.answer("/.sitegen/").sent == ListingPage.render(site))
    #expect(try site.answer("/.sitegen/preview.js")["Cross-Origin-Resource-Policy"] == "same-origin")
  }

  @Test func whatCannotBeMadeSaysSoAndHealsByItself() throws {
    let site = PreviewSite(basePath: "/", files: ["index.html": { nil }, "a.css": { nil }])
    for address in ["/", "/a.css"] {
      let answer = try site.answer(address, [browser])
      #expect(answer.status.code == 500)
      #expect(answer.text.contains("cannot be made"))
      #expect(answer.text.contains("<script src=\"/.sitegen/preview.js\" data-page=\"\(address)\""))
      #expect(try #require(answer["Content-Security-Policy"]).hasPrefix("default-src 'none'; "))
    }
  }

  @Test func eventsBelongToAPage() throws {
    func outcome(_ target: String) throws -> Outcome {
      ServedSite(site, generation: 1).outcome(of: try Request.sample(target))
    }
    guard case .events(let page) = try outcome("/.sitegen/events?page=%2Frisks%2F&bytes=12ab") else {
      Issue.record("no events")
      return
    }
    #expect(page.target.path == "/risks/")
    #expect(page.bytes == "12ab")
    for bad in ["", "?page=", "?page=a", "?page=%2F..%2F", "?page=http:%2F%2Fexample.org%2F", "?bytes=1"] {
      #expect(try site.answer("/.sitegen/events" + bad).status == .badRequest, "\(bad)")
    }
    #expect(try site.answer("/.sitegen/events?page=/", isHead: true).status == .methodNotAllowed)
    var old = try Request.sample("/.sitegen/events?page=/")
    old.mayStream = false
    guard case .answer(let answer) = ServedSite(site, generation: 1).outcome(of: old) else {
      Issue.record("events without an end in HTTP/1.0")
      return
    }
    #expect(answer.status == .httpVersionNotSupported)
  }
}
