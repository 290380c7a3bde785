import Testing

@testable import Preview

/// HTTP as it goes over the wire.
@Suite(.serialized) struct ProtocolTests {
  private let site = PreviewSite(
    basePath: "/",
    files: [
      "index.html": { Array("<head></head>".utf8) }, "a/index.html": { Array("a".utf8) }, "empty.txt": { [] },
      "large.bin": { [UInt8](repeating: 7, count: 8_000_000) },
    ])

  @Test func answersOneRequestAfterTheOther() async throws {
    try await withServer(site) { server in
      let wire = try Wire(port: server.port)
      for (target, status, length) in [
        ("/", 200, 13), ("/a", 301, 0), ("/a/", 200, 1), ("/x", 404, nil), ("/empty.txt", 200, 0),
      ] {
        wire.send(server.honest(target))
        let reply = try #require(wire.reply())
        #expect(reply.status == status)
        #expect(reply["content-length"].flatMap { Int($0) } == reply.body.count)
        if let length { #expect(reply.body.count == length) }
        #expect(reply["connection"] == nil)
        #expect(reply["transfer-encoding"] == nil)
      }
    }
  }

  @Test func aHeadIsAnAnswerWithoutItsBody() async throws {
    try await withServer(site) { server in
      let wire = try Wire(port: server.port)
      for (target, status) in [("/", 200), ("/a", 301), ("/x", 404), ("/large.bin", 200)] {
        wire.send(server.honest(target, method: "HEAD") + server.honest(target))
        var rest: [UInt8] = []
        let head = try #require(wire.reply(isHead: true, rest: &rest))
        let whole = try #require(wire.reply(rest: &rest))
        #expect(head.status == status)
        #expect(head.fields.map { "\($0)" } == whole.fields.map { "\($0)" })
      }
      wire.send("HEAD / HTTP/1.1\r\nHost: rebound.example\r\n\r\n")
      let refused = try #require(wire.readToEnd())
      #expect(refused.starts(with: Array("HTTP/1.1 421 ".utf8)))
      #expect(refused.suffix(4) == Array("\r\n\r\n".utf8)[...])
    }
  }

  @Test func nothingHasChangedIsAnAnswerWithoutABody() async throws {
    try await withServer(site) { server in
      let wire = try Wire(port: server.port)
      wire.send(server.honest("/"))
      let tag = try #require(wire.reply()?["etag"])
      wire.send(server.honest("/", "If-None-Match: \(tag)") + server.honest("/a/"))
      var rest: [UInt8] = []
      #expect(wire.reply(rest: &rest)?.status == 304)
      #expect(wire.reply(rest: &rest)?.text == "a")
    }
  }

  @Test func whoAsksToCloseIsLetGo() async throws {
    try await withServer(site) { server in
      for request in [
        server.honest("/", "Connection: close"), "GET / HTTP/1.0\r\nHost: \(server.authority)\r\n\r\n",
        server.honest("/", "Connection: Upgrade", "Upgrade: websocket"),
      ] {
        let wire = try Wire(port: server.port)
        wire.send(request + server.honest("/a/"))
        let text = String(decoding: try #require(wire.readToEnd()), as: UTF8.self)
        #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(text.contains("\r\nConnection: close\r\n"))
        #expect(text.hasSuffix("\r\n\r\n<head></head>"))
      }
    }
  }

  @Test func aThousandRequestsAtOnceAreAnsweredInOrder() async throws {
    try await withServer(site) { server in
      let wire = try Wire(port: server.port)
      let targets = (0..<1000).map { ["/", "/a/", "/x", "/empty.txt", "/a"][$0 % 5] }
      wire.send(targets.map { server.honest($0) }.joined())
      var rest: [UInt8] = []
      for (number, target) in targets.enumerated() {
        let reply = try #require(wire.reply(rest: &rest), "request \(number)")
        #expect(reply.status == ["/x": 404, "/a": 301][target] ?? 200)
      }
      #expect(rest.isEmpty)
    }
  }

  @Test func aHeadMayArriveByteByByte() async throws {
    try await withServer(site) { server in
      let wire = try Wire(port: server.port)
      for byte in server.honest("/a/").utf8 { wire.send([byte]) }
      #expect(wire.reply()?.text == "a")
    }
  }

  @Test func whoHasSaidEverythingIsStillAnswered() async throws {
    try await withServer(site) { server in
      let wire = try Wire(port: server.port)
      wire.send(server.honest("/") + server.honest("/large.bin") + server.honest("/a/"))
      wire.endSending()
      let all = try #require(wire.readToEnd())
      #expect(all.count > 8_000_000)
      #expect(all.last == UInt8(ascii: "a"))
    }
  }

  @Test func largeFilesArriveWholeAndInParts() async throws {
    try await withServer(site) { server in
      let wire = try Wire(port: server.port)
      wire.send(server.honest("/large.bin"))
      let whole = try #require(wire.reply())
      #expect(whole.body == [UInt8](repeating: 7, count: 8_000_000))
      wire.send(server.honest("/large.bin", "Range: bytes=7999999-"))
      let part = try #require(wire.reply())
      #expect(part.status == 206)
      #expect(part.body == [7])
    }
  }
}
