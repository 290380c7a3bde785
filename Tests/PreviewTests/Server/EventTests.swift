import Testing

@testable import Preview

@Suite(.serialized) struct EventTests {
  /// A page that is open: what it is told, one event after the other.
  private final class Page {
    let wire: Wire
    private var pending: [UInt8] = []

    init(_ server: PreviewServer, _ page: String, bytes: String = "") throws {
      wire = try Wire(port: server.port)
      wire.send(server.honest("/.sitegen/events?page=\(page)&bytes=\(bytes)"))
      pending = try #require(wire.read(until: "retry: 500\n\n"))
      #expect(pending.contains(Array("HTTP/1.1 200 ".utf8)))
      #expect(pending.contains(Array("text/event-stream".utf8)))
    }

    /// The JSON of the next state.
    func next() throws -> String {
      pending = try #require(wire.read(until: "}\n\n", after: pending))
      let start = try #require(pending.firstRange(of: Array("event: state\ndata: ".utf8)))
      let end = try #require(pending[start.upperBound...].firstRange(of: Array("\n\n".utf8)))
      defer { pending = Array(pending[end.upperBound...]) }
      return String(decoding: pending[start.upperBound..<end.lowerBound], as: UTF8.self)
    }
  }

  private func site(_ text: String, style: String = "1", problems: PreviewProblems = PreviewProblems([])) -> PreviewSite
  {
    .sample(
      [
        "index.html": "home", "a/index.html": "<link href=/s.\(style).css>\(text)", "s.\(style).css": style,
        "404.html": "lost",
      ],
      problems: problems)
  }

  private func hash(_ text: String, style: String = "1") -> String {
    PageHash.of(Array("<link href=/s.\(style).css>\(text)".utf8))
  }

  @Test func aPageIsToldAtOnceAndAfterEveryChange() async throws {
    try await withServer(site("one")) { server in
      let page = try Page(server, "/a/", bytes: hash("one"))
      #expect(try page.next().hasPrefix("{\"generation\":1,\"bytes\":\"\(hash("one"))\",\"checking\":false,"))
      server.show(site("two"))
      #expect(try page.next().hasPrefix("{\"generation\":2,\"bytes\":\"\(hash("two"))\",\"checking\":false,"))
      // Also when only something that is wrong has changed.
      let problem = PreviewProblem(
        severity: .warning, rule: "a/b", message: "mind </this>", place: "a:1:1", page: "/a/")
      server.show(site("two", problems: [problem]))
      let state = try page.next()
      #expect(state.hasPrefix("{\"generation\":3,\"bytes\":\"\(hash("two"))\""))
      #expect(state.contains("mind \\u003c/this>"))
    }
  }

  @Test func theBytesAreThoseThatThePageKnows() async throws {
    try await withServer(site("one")) { server in
      let wire = try Wire(port: server.port)
      wire.send(server.honest("/a/", "Accept: text/html"))
      let html = try #require(wire.reply()).text
      #expect(html.contains("data-bytes=\"\(hash("one"))\""))
      #expect(try Page(server, "/a/").next().contains("\"bytes\":\"\(hash("one"))\""))
    }
  }

  /// Or it would reload for ever.
  @Test func everyPageIsToldTheBytesThatItHas() async throws {
    let site = PreviewSite(
      basePath: "/b/",
      files: [
        "index.html": { Array("home".utf8) }, "a b/index.html": { Array("a".utf8) }, "404.html": { Array("lost".utf8) },
        "old/index.html": { Array("moved".utf8) }, "_redirects": { Array("/b/old/ /b/ 301\n".utf8) },
        "broken/index.html": { nil },
      ])
    var without404 = site
    without404.files["404.html"] = nil
    for site in [site, without404] {
      try await withServer(site) { server in
        for address in [
          "/b/", "/b/index.html", "/b/a%20b/", "/b/a%20b/index.html", "/b/?x=y", "/b/nothing", "/b/nothing/?x",
          "/nothing",
          "//", "/b//", "/b/404.html", "/b/old/index.html", "/b/broken/", "/.sitegen/", "/.sitegen/nothing",
        ] {
          let wire = try Wire(port: server.port)
          wire.send(server.honest(address, "Accept: text/html"))
          let parts = try #require(wire.reply()).text.split(separator: "\"")
          let page = try #require(parts.firstIndex(of: " data-page=").map { String(parts[$0 + 1]) })
          let bytes = try #require(parts.firstIndex(of: " data-bytes=").map { String(parts[$0 + 1]) })
          let escaped = page.replacing("%", with: "%25").replacing("/", with: "%2F")
          let state = try Page(server, escaped, bytes: bytes).next()
          #expect(state.contains("\"bytes\":\"\(bytes)\""), "\(address)")
        }
      }
    }
  }

  @Test func newStylesNeedNoReload() async throws {
    try await withServer(site("one")) { server in
      let page = try Page(server, "/a/", bytes: hash("one"))
      let stale = try Page(server, "/a/", bytes: "0123456789abcdef")
      _ = try (page.next(), stale.next())
      server.show(site("one", style: "2"))
      #expect(
        try page.next().contains("\"bytes\":\"\(hash("one", style: "2"))\",\"styles\":{\"/s.1.css\":\"/s.2.css\"}"))
      // It was told to reload, so that it has what there was.
      #expect(try stale.next().contains("\"styles\":{\"/s.1.css\":\"/s.2.css\"}"))
      server.show(site("two", style: "3"))
      #expect(try !page.next().contains("\"styles\""))
      server.show(site("two", style: "4"))
      #expect(try page.next().contains("\"styles\":{\"/s.3.css\":\"/s.4.css\"}"))
    }
  }

  @Test func aPageThatVanishesBecomesThe404Page() async throws {
    try await withServer(site("one")) { server in
      let page = try Page(server, "/a/", bytes: hash("one"))
      let missing = try Page(server, "/b/")
      _ = try page.next()
      let lost = PageHash.of(Array("lost".utf8))
      #expect(try missing.next().contains("\"bytes\":\"\(lost)\""))
      server.show(.sample(["b/index.html": "b", "404.html": "lost"]))
      #expect(try page.next().contains("\"bytes\":\"\(lost)\""))
      #expect(try missing.next().contains("\"bytes\":\"\(PageHash.of(Array("b".utf8)))\""))
    }
  }

  @Test func whatCannotBeMadeLeavesThePageAsItIs() async throws {
    try await withServer(site("one")) { server in
      let page = try Page(server, "/a/", bytes: hash("one"))
      _ = try page.next()
      var broken = site("two")
      broken.files["a/index.html"] = { nil }
      server.show(broken)
      #expect(try page.next().contains("\"bytes\":\"\(hash("one"))\""))
      server.show(site("two"))
      #expect(try page.next().contains("\"bytes\":\"\(hash("two"))\""))
    }
  }

  @Test func theListingIsAPageToo() async throws {
    try await withServer(site("one")) { server in
      let page = try Page(server, "/.sitegen/")
      #expect(try page.next().contains("\"bytes\":\"\(PageHash.of(ListingPage.render(site("one"))))\""))
    }
  }

  @Test func allPagesAreTold() async throws {
    try await withServer(site("one")) { server in
      let pages = try (0..<50).map { try Page(server, $0 % 2 == 0 ? "/a/" : "/", bytes: "") }
      for page in pages { _ = try page.next() }
      for generation in 2...4 {
        server.show(site("\(generation)"))
        for page in pages { #expect(try page.next().hasPrefix("{\"generation\":\(generation),")) }
      }
    }
  }

  @Test func manyChangesAtOnceEndWithTheLast() async throws {
    try await withServer(site("one")) { server in
      let page = try Page(server, "/a/")
      for number in 0..<100 { server.show(site("\(number)")) }
      while try !page.next().hasPrefix("{\"generation\":101,\"bytes\":\"\(hash("99"))\"") {}
    }
  }

  @Test func anOpenPageHearsAHeartbeat() async throws {
    var limits = PreviewServer.Limits()
    limits.heartbeat = .milliseconds(20)
    try await withServer(site("one"), limits: limits) { server in
      let page = try Page(server, "/a/")
      _ = try page.next()
      #expect(page.wire.read(until: "\n:\n\n") != nil)
    }
  }

  @Test func whoDoesNotListenLosesTheConnection() async throws {
    var limits = PreviewServer.Limits()
    limits.unsentEvents = 100_000
    limits.heartbeat = .minutes(10)
    try await withServer(site("one"), limits: limits) { server in
      let deaf = try Wire(port: server.port, receiveBuffer: 4096)
      deaf.send(server.honest("/.sitegen/events?page=/a/"))
      let listening = try Page(server, "/a/")
      let long = String(repeating: "long ", count: 4000)
      let problem = PreviewProblem(severity: .warning, rule: "a/b", message: long, place: "a:1:1", page: "/a/")
      for number in 0..<200 {
        server.show(site("\(number)", problems: [problem]))
        while try !listening.next().hasPrefix("{\"generation\":\(number + 2),") {}
      }
      let got = try #require(deaf.readToEnd())
      #expect(got.count < 200 * long.utf8.count)
    }
  }
}
