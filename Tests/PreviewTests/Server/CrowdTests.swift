import TestSupport
import Testing

@testable import Preview

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Many at once, slow ones and ones that vanish.
@Suite(.serialized) struct CrowdTests {
  private let site = PreviewSite(
    basePath: "/",
    files: [
      "index.html": { Array("home".utf8) }, "large.bin": { [UInt8](repeating: 7, count: 32_000_000) },
    ])

  @Test func theNewestIsAnsweredBesideTenThousandWhoSayNothing() async throws {
    Descriptors.raiseLimit()
    // Only the crowd itself may drive anybody out.
    var limits = PreviewServer.Limits()
    limits.head = .minutes(10)
    try await withServer(site, limits: limits) { server in
      var crowd: [Wire] = []
      while crowd.count < 10_000, let wire = try? Wire(port: server.port) {
        crowd.append(wire)
        // Some begin a request and never end it.
        if crowd.count % 3 == 0 { wire.send("GET / HTTP/1.1\r\nHo") }
        if crowd.count % 1000 == 0 { #expect(try server.answersHonestly(), "after \(crowd.count) connections") }
      }
      #expect(crowd.count >= 4000, "this machine could open \(crowd.count) connections")
      let isAnswered = try server.answersHonestly()
      #expect(isAnswered)
      // Only so many are kept, and the first are gone.
      #expect(try #require(crowd.first).readToEnd() == [])
      let kept = crowd.count { wire in wire.read(patience: 0) == nil }
      #expect(kept <= 512)
      #expect(kept > 400)
    }
  }

  @Test func anOpenPageStaysWhileOthersCome() async throws {
    var limits = PreviewServer.Limits()
    limits.connections = 8
    try await withServer(site, limits: limits) { server in
      let page = try Wire(port: server.port)
      page.send(server.honest("/.sitegen/events?page=/"))
      let first = try #require(page.read(until: "\"elsewhere\""))
      #expect(!first.isEmpty)
      let crowd = try (0..<100).map { _ in try Wire(port: server.port) }
      #expect(try server.answersHonestly())
      server.show(.sample(["index.html": "new"]))
      #expect(page.read(until: PageHash.of(Array("new".utf8))) != nil)
      #expect(crowd.count == 100)
    }
  }

  @Test func aHeadHasAnAbsoluteTime() async throws {
    var limits = PreviewServer.Limits()
    limits.head = .milliseconds(300)
    try await withServer(site, limits: limits) { server in
      let silent = try Wire(port: server.port)
      #expect(trickle(try Wire(port: server.port)).hasPrefix("HTTP/1.1 408 "))
      #expect(silent.readToEnd() == [])
      // Nor do requests before it.
      let again = try Wire(port: server.port)
      again.send(server.honest())
      #expect(again.reply()?.status == 200)
      #expect(trickle(again).hasPrefix("HTTP/1.1 408 "))
    }
  }

  /// A byte of a head now and then, which does not put its time off, until there is an answer; empty if there is none.
  private func trickle(_ wire: Wire) -> String {
    wire.send("GET / HTTP/1.1\r\n")
    for _ in 0..<500 where wire.send("X") {
      if let answer = wire.read(patience: 20) { return String(decoding: answer, as: UTF8.self) }
    }
    return ""
  }

  @Test func silenceBetweenRequestsEnds() async throws {
    var limits = PreviewServer.Limits()
    limits.idle = .milliseconds(100)
    try await withServer(site, limits: limits) { server in
      let wire = try Wire(port: server.port)
      wire.send(server.honest())
      #expect(wire.reply()?.status == 200)
      #expect(wire.readToEnd() == [])
    }
  }

  @Test func whoTakesNothingIsGivenUp() async throws {
    var limits = PreviewServer.Limits()
    limits.progress = .milliseconds(200)
    try await withServer(site, limits: limits) { server in
      let slow = try (0..<5).map { _ in try Wire(port: server.port, receiveBuffer: 4096) }
      // What is sent meanwhile is still unread when the connection is closed, which makes that a reset.
      for wire in slow {
        wire.send(server.honest("/large.bin"))
        #expect(wire.read(1) == [UInt8(ascii: "H")])
        wire.send("X")
      }
      #expect(try server.answersHonestly())
      for wire in slow { #expect(wire.isReset()) }
    }
  }

  @Test func whoSendsAheadWaitsAtTheirOwnEnd() async throws {
    try await withServer(site) { server in
      let greedy = try Wire(port: server.port, receiveBuffer: 4096)
      greedy.send(server.honest("/large.bin"))
      // Nothing is read while an answer waits, so that soon no more can be sent.
      let batch = Array(String(repeating: server.honest(), count: 1000).utf8)
      var sent = 0
      while sent < 64_000_000, greedy.canSend(patience: 500) { sent += max(0, greedy.sendSome(batch[...])) }
      #expect(sent < 16_000_000)
      #expect(try server.answersHonestly())
    }
  }

  @Test func whoVanishesHarmsNobody() async throws {
    try await withServer(site) { server in
      for number in 0..<200 {
        let wire = try Wire(port: server.port)
        if number % 4 != 0 { wire.send(server.honest(number % 2 == 0 ? "/large.bin" : "/.sitegen/events?page=/")) }
        if number % 8 == 1 { _ = wire.read() }
        wire.reset()
      }
      #expect(try server.answersHonestly())
    }
  }

  @Test func manyRequestsLeaveNothingOpen() async throws {
    try await withServer(site) { server in
      let wire = try Wire(port: server.port)
      wire.send(server.honest())
      #expect(wire.reply()?.status == 200)
      let before = sockets(of: server).count
      // Every answer is the same, so that their number shows in their size.
      wire.send(server.honest())
      let one = try #require(wire.read(until: "home"))
      let batch = String(repeating: server.honest(), count: 100)
      for _ in 0..<200 {
        wire.send(batch)
        var answers: [UInt8] = []
        while answers.count < 100 * one.count { answers += try #require(wire.read()) }
        #expect(answers.count == 100 * one.count)
        #expect(answers.suffix(one.count) == one[...])
      }
      #expect(sockets(of: server).count == before)
    }
  }

  @Test func socketsCloseWhenTheProcessBecomesAnother() async throws {
    try await withServer(site) { server in
      let wire = try Wire(port: server.port)
      wire.send(server.honest())
      #expect(wire.reply()?.status == 200)
      // One to listen, and one connection.
      let sockets = sockets(of: server)
      #expect(sockets.count == 2)
      for socket in sockets { #expect(fcntl(socket, F_GETFD) & FD_CLOEXEC != 0) }
    }
  }

  @Test func anyBytesAreSurvived() async throws {
    var random = SeededRandom(seed: 11)
    let words = [
      "GET", "HEAD", "POST", " ", "/", "/%2e%2e/", "/..", " HTTP/1.1", " HTTP/1.0", "\r\n", "\r", "\n", "Host: ",
      "HOST", ":", "Range: ",
      "bytes=0-", "If-None-Match: ", "\"", "*", "Content-Length: ", "0", "9", "Transfer-Encoding: chunked", "\r\n\r\n",
      "\0", "\u{FF}", "é",
      "%00", "?page=", "/.sitegen/events", "Connection: ", "close", "Upgrade: h2c", "Accept: text/html",
      "Accept-Encoding: gzip", ",", ";q=0",
    ]
    try await withServer(site) { server in
      for round in 0..<400 {
        let wire = try Wire(port: server.port)
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          if Bool.random(using: &random) { bytes += Array("GET / HTTP/1.1\r\nHost: HOST\r\n".utf8) }
          for _ in 0..<Int.random(in: 0...12, using: &random) {
            bytes += Array(words[Int.random(in: 0..<words.count, using: &random)].utf8)
          }
          if Bool.random(using: &random) { bytes += random.bytes(count: 20, from: Array("GET /:\r\n".utf8)) }
          if Bool.random(using: &random) { bytes += Array("\r\n\r\n".utf8) }
        }
        wire.send(bytes.replacing("HOST".utf8, with: server.authority.utf8))
        wire.endSending()
        let answer = try #require(
          wire.readToEnd(),
          "round \(round): the connection stays open after \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        #expect(answer.isEmpty || answer.starts(with: Array("HTTP/1.1 ".utf8)), "round \(round)")
        if round % 20 == 0 { #expect(try server.answersHonestly(), "after round \(round)") }
      }
      #expect(try server.answersHonestly())
    }
  }

  /// Descriptors of the server's ends of connections, and of what it listens with.
  private func sockets(of server: PreviewServer) -> [Int32] {
    (0..<65_536).filter { descriptor in
      var address = sockaddr_in()
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let result = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
      }
      return result == 0 && address.sin_family == AF_INET && UInt16(bigEndian: address.sin_port) == server.port
    }
  }
}
