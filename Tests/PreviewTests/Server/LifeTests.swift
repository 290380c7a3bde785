import Testing

@testable import Preview

@Suite(.serialized) struct LifeTests {
  private let site = PreviewSite.sample(basePath: "/base/", ["index.html": "home"])

  @Test func aTakenPortMeansTheNext() async throws {
    try await withServer(site) { first in
      let second = try await PreviewServer.start(.init(port: first.port), showing: site)
      #expect(second.port > first.port && second.port <= first.port + 50)
      #expect(second.url == "http://127.0.0.1:\(second.port)/base/")
      await second.stop()
    }
  }

  @Test func aTakenPortIsAnErrorIfNoOtherWillDo() async throws {
    try await withServer(site) { first in
      let failure = await #expect(throws: PreviewServer.Failure.self) {
        try await PreviewServer.start(.init(port: first.port, isStrictPort: true), showing: site)
      }
      #expect(failure?.description == "port \(first.port) is taken")
    }
  }

  @Test func anAddressOfNobodyIsAnError() async throws {
    let failure = await #expect(throws: PreviewServer.Failure.self) {
      try await PreviewServer.start(.init(host: "192.0.2.1", port: 0), showing: site)
    }
    #expect(failure?.description == "192.0.2.1 is no address of this machine")
  }

  @Test(arguments: [-1, 65_536]) func aNumberThatIsNoPortIsAnError(_ port: Int) async throws {
    let failure = await #expect(throws: PreviewServer.Failure.self) {
      try await PreviewServer.start(.init(port: port), showing: site)
    }
    #expect(failure?.description == "\(port) is no port: those go from 1 to 65535")
  }

  @Test func stoppingClosesEverything() async throws {
    let server = try await PreviewServer.start(.init(port: 0), showing: site)
    let idle = try Wire(port: server.port)
    let page = try Wire(port: server.port)
    page.send(server.honest("/.sitegen/events?page=/base/"))
    #expect(page.read(until: "event: state") != nil)
    await server.stop()
    #expect(idle.readToEnd() == [])
    #expect(page.readToEnd() != nil)
    #expect(throws: Wire.NotConnected.self) { try Wire(port: server.port) }
    // And the port is free again.
    let next = try await PreviewServer.start(.init(port: server.port, isStrictPort: true), showing: site)
    await next.stop()
  }

  @Test func anotherSiteIsShownFromThenOn() async throws {
    try await withServer(site) { server in
      server.show(.sample(["index.html": "new"]))
      let wire = try Wire(port: server.port)
      wire.send(server.honest())
      #expect(wire.reply()?.text == "new")
      #expect(server.url == "http://127.0.0.1:\(server.port)/")
    }
  }

  @Test func otherMachinesAskByAddress() async throws {
    let server = try await PreviewServer.start(.init(host: "0.0.0.0", port: 0), showing: site)
    for (host, status) in [("192.168.0.7:80", 200), ("[fe80::1]", 200), ("localhost", 200), ("rebound.example", 421)] {
      let wire = try Wire(port: server.port)
      wire.send("GET /base/ HTTP/1.1\r\nHost: \(host)\r\n\r\n")
      #expect(wire.reply()?.status == status, "\(host)")
    }
    #expect(server.url == "http://127.0.0.1:\(server.port)/base/")
    await server.stop()
  }
}
