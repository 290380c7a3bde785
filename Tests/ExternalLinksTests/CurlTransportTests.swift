import Testing

@testable import ExternalLinks

/// Requests over libcurl to a server that misbehaves in every way. Without libcurl there is nothing to test.
@Suite(.enabled(if: (try? CurlTransport.load()) != nil, "libcurl is not installed"))
struct CurlTransportTests {
  private typealias Step = MisbehavingServer.Step
  private typealias Request = MisbehavingServer.Request

  /// Client and server by turns.
  private final class Loopback: LinkTransport {
    let curl: CurlTransport
    let server: MisbehavingServer

    init(_ server: MisbehavingServer, seconds: Double) throws {
      self.server = server
      var options = CurlTransport.Options(userAgent: "sitegen/test (+link check)")
      options.connectSeconds = seconds
      options.totalSeconds = seconds
      options.usesProxy = false
      let start = ContinuousClock.now
      curl = try CurlTransport(options) {
        let passed = (ContinuousClock.now - start).components
        return Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
      }
    }

    var now: Double { curl.now }
    func start(_ request: LinkRequest, id: Int) { curl.start(request, id: id) }
    func wait(until time: Double) -> [(id: Int, answer: LinkAnswer)] {
      server.work()
      return curl.wait(until: min(time, now + 0.002))
    }
  }

  /// What asking a server for these paths, or whole addresses, comes to, by what was asked for.
  private func outcomes(
    of targets: [String], _ server: MisbehavingServer, seconds: Double = 10
  ) throws -> [String: LinkOutcome] {
    var options = LinkRun.Options()
    options.spacing = 0
    options.patience = 100
    let addresses = try targets.map { target in
      try #require(WebAddress(target.hasPrefix("/") ? "http://127.0.0.1:\(server.port)\(target)" : target))
    }
    var run = LinkRun(addresses, options, over: try Loopback(server, seconds: seconds))
    while run.advance() {}
    var found: [String: LinkOutcome] = [:]
    for (target, address) in zip(targets, addresses) { found[target] = run.outcomes[address] }
    return found
  }

  private func status(_ line: String, _ headers: String...) -> [Step] {
    [
      .send(
        "HTTP/1.1 \(line)\r\n" + (headers + ["Content-Length: 0", "Connection: close"]).map { $0 + "\r\n" }.joined()
          + "\r\n")
    ]
  }

  @Test func statuses() throws {
    let server = try MisbehavingServer { request in
      let wanted = request.path.split(separator: "/")
      let status = request.method == "HEAD" ? wanted[0] : wanted[wanted.count - 1]
      return self.status("\(status) Whatever")
    }
    let found = try outcomes(
      of: ["/200", "/404", "/410", "/403", "/500", "/503", "/405/200", "/404/200", "/403/404", "/999"], server)
    #expect(found["/200"] == LinkOutcome(.good, "200"))
    #expect(found["/404"] == LinkOutcome(.failed, "404"))
    #expect(found["/410"] == LinkOutcome(.failed, "410"))
    #expect(found["/403"] == .unknown("403"))
    #expect(found["/500"] == .unknown("500"))
    #expect(found["/503"] == .unknown("503"))
    #expect(found["/405/200"] == LinkOutcome(.good, "200"))
    #expect(found["/404/200"] == LinkOutcome(.good, "200"))
    #expect(found["/403/404"] == LinkOutcome(.failed, "404"))
    #expect(found["/999"] == .unknown("999"))
    #expect(server.requests.filter { $0.path == "/200" }.map(\.method) == ["HEAD"])
    #expect(server.requests.filter { $0.path == "/404" }.map(\.method) == ["HEAD", "GET"])
    for request in server.requests {
      #expect(request.headers.contains("user-agent: sitegen/test (+link check)\r\n"))
      for word in ["cookie", "referer", "authorization"] { #expect(!request.headers.contains(word)) }
    }
  }

  @Test func redirects() throws {
    let refused = try MisbehavingServer.refusedPort()
    let server = try MisbehavingServer { request in
      switch request.path {
      case "/good", "/good?q=1": self.status("200 OK", "Set-Cookie: a=b")
      case "/loop": self.status("302 Found", "Location: /loop2", "Set-Cookie: a=b")
      case "/loop2": self.status("302 Found", "Location: /loop")
      case "/file": self.status("301 Moved", "Location: file:///etc/passwd")
      case "/nowhere": self.status("301 Moved")
      case "/refused": self.status("302 Found", "Location: http://127.0.0.1:\(refused)/")
      case "/gone": self.status("301 Moved", "Location: /404")
      case "/404": self.status("404 Not Found")
      case "/relative/x": self.status("308 Moved", "location:   ../good?q=1#part")
      case let path where path.hasPrefix("/long/"):
        self.status("301 Moved", "Location: /long/\((Int(path.dropFirst(6)) ?? 0) + 1)")
      default: self.status("\(request.path.dropFirst()) Moved", "Location: /good")
      }
    }
    let base = "http://127.0.0.1:\(server.port)"
    let found = try outcomes(
      of: [
        "/301", "/302", "/303", "/307", "/308", "/loop", "/file", "/nowhere", "/refused", "/gone", "/relative/x",
        "/long/1",
      ],
      server)
    for path in ["/301", "/308"] {
      #expect(found[path] == LinkOutcome(.good, "200", movedTo: WebAddress(base + "/good")))
    }
    for path in ["/302", "/303", "/307"] { #expect(found[path] == LinkOutcome(.good, "200")) }
    #expect(found["/loop"] == .unknown("redirect-loop"))
    #expect(found["/file"] == .unknown("redirect-elsewhere"))
    #expect(found["/nowhere"] == .unknown("301"))
    #expect(found["/refused"] == LinkOutcome(.failed, "refused"))
    #expect(found["/gone"] == LinkOutcome(.failed, "404"))
    #expect(found["/relative/x"]?.movedTo?.text == base + "/good?q=1")
    #expect(found["/relative/x"]?.movedTo?.fragment == "#part")
    #expect(found["/long/1"] == .unknown("redirects"))
    #expect(server.requests.allSatisfy { !$0.headers.contains("cookie") && !$0.headers.contains("referer") })
  }

  @Test func askingForTime() throws {
    var refusals = 0
    let server = try MisbehavingServer { request in
      switch request.path {
      case "/short" where refusals == 0:
        refusals += 1
        return self.status("429 Too Many Requests", "Retry-After: 0")
      case "/long": return self.status("429 Too Many Requests", "RETRY-AFTER:  3600 ")
      default: return self.status("200 OK")
      }
    }
    let found = try outcomes(of: ["/short", "/long", "/after"], server)
    #expect(found["/short"] == LinkOutcome(.good, "200"))
    #expect(found["/long"] == .unknown("429"))
    #expect(found["/after"] == .unknown("429"))
    #expect(server.requests.map(\.path) == ["/short", "/short", "/long"])
  }

  @Test func brokenAnswers() throws {
    let start = "HTTP/1.1 200 OK\r\n"
    let server = try MisbehavingServer { request in
      let isHead = request.method == "HEAD"
      return switch request.path {
      case "/closed": []
      case "/mid-header": [.send(start + "Content-Type: te")]
      case "/mid-header-once": isHead ? [.send(start + "X: y\r\n")] : self.status("200 OK")
      case "/invalid": [.send("Good day to you\r\n\r\n<p>Hello")]
      case "/binary": [.send("\u{0}\u{1}\u{2}\u{7F}\r\n\r\n")]
      case "/endless-header": [.send(start), .flood("X-Again: and again\r\n")]
      case "/endless-line": [.send(start + "X: "), .flood("again")]
      case "/endless-body": isHead ? self.status("405 No") : [.send(start + "\r\n"), .flood("again\n")]
      case "/body-of-head": [.send(start + "Content-Length: 5\r\n\r\nhello"), .flood("again\n")]
      case "/short-body": isHead ? self.status("405 No") : [.send(start + "Content-Length: 99\r\n\r\nhello")]
      case "/long-body": isHead ? self.status("405 No") : [.send(start + "Content-Length: 1\r\n\r\nhello")]
      case "/no-length": [.send(start + "Content-Length: minus one\r\n\r\n")]
      case "/interim": [.send("HTTP/1.1 103 Early Hints\r\nRetry-After: 9\r\n\r\n" + start + "\r\n")]
      case "/interim-only": [.send("HTTP/1.1 103 Early Hints\r\n\r\n")]
      default: []
      }
    }
    let unknown = [
      "/closed", "/mid-header", "/invalid", "/binary", "/endless-header", "/endless-line", "/no-length",
      "/interim-only",
    ]
    let good = ["/mid-header-once", "/endless-body", "/body-of-head", "/short-body", "/long-body", "/interim"]
    let found = try outcomes(of: unknown + good, server)
    for path in unknown where path != "/no-length" { #expect(found[path] == .unknown("broken"), "\(path)") }
    #expect(found["/no-length"]?.verdict != .failed)
    for path in good { #expect(found[path] == LinkOutcome(.good, "200"), "\(path)") }
    // Endless is what a server sends until nobody listens, and what fits into the system's buffers.
    #expect(server.bytesSent < 30_000_000)
  }

  @Test func serversThatHang() throws {
    let server = try MisbehavingServer { request in
      let isHead = request.method == "HEAD"
      return switch request.path {
      case "/head-hangs": isHead ? [.hang] : self.status("200 OK")
      case "/drip": isHead ? self.status("405 No") : [.send("HTTP/1.1 200 OK\r\n"), .drip("X: a\r\n")]
      case "/body-drips": isHead ? self.status("405 No") : [.send("HTTP/1.1 200 OK\r\n\r\n"), .drip("a")]
      default: isHead ? self.status("405 No") : [.hang]
      }
    }
    // Names of one address, so that all hang side by side.
    let names = ["127.0.0.1": "head-hangs", "127.0.1": "drip", "127.1": "never", "0x7f.1": "body-drips"]
    let targets = names.map { "http://\($0):\(server.port)/\($1)" }
    let found = try outcomes(of: targets, server, seconds: 0.6)
    for (target, outcome) in found {
      let isGood = target.hasSuffix("/head-hangs") || target.hasSuffix("/body-drips")
      #expect(outcome == (isGood ? LinkOutcome(.good, "200") : .unknown("timeout")), "\(target)")
    }
    #expect(found.count == 4)
  }

  @Test func serversThatAreNotThere() throws {
    let server = try MisbehavingServer { _ in self.status("200 OK") }
    let refused = "http://127.0.0.1:\(try MisbehavingServer.refusedPort())/"
    let secure = "https://127.0.0.1:\(server.port)/"
    let found = try outcomes(of: [refused, secure], server)
    #expect(found[refused] == LinkOutcome(.failed, "refused"))
    #expect(found[secure] == LinkOutcome(.failed, "insecure"))
    // `.invalid` never resolves (RFC 2606); where no name server answers, that takes longer than this test waits.
    let nobody = "https://nobody.invalid/"
    let name = try outcomes(of: [nobody], server, seconds: 0.5)[nobody]
    #expect(name == LinkOutcome(.failed, "no-such-host") || name == .unknown("timeout"))
  }

  @Test func whatIsUnderWayMayBeLeft() throws {
    let server = try MisbehavingServer { _ in [.hang] }
    var run = LinkRun(
      [try #require(WebAddress("http://127.0.0.1:\(server.port)/"))], over: try Loopback(server, seconds: 10))
    for _ in 0..<5 {
      let hasMore = run.advance()
      #expect(hasMore)
    }
    #expect(run.outcomes.isEmpty)
  }
}
