import TestSupport
import Testing

@testable import ExternalLinks

/// Politeness, over a network and a clock that are made up.
@Suite struct LinkRunTests {
  private func addresses(_ texts: [String]) throws -> [WebAddress] {
    try texts.map { try #require(WebAddress($0), "\($0)") }
  }

  private func run(
    _ texts: [String], over network: SimulatedNetwork, _ options: LinkRun.Options = .init()
  ) throws -> [String: LinkOutcome] {
    var run = LinkRun(try addresses(texts), options, over: network)
    var steps = 0
    while run.advance() {
      steps += 1
      try #require(steps < 100_000, "comes to no end")
    }
    return Dictionary(uniqueKeysWithValues: run.outcomes.map { ($0.key.text, $0.value) })
  }

  /// No host is ever asked two things at a time, nor within a second of its last answer, and few hosts at a time.
  private func expectPoliteness(_ network: SimulatedNetwork, spacing: Double = 1, parallel: Int = 6) {
    for (host, asked) in Dictionary(grouping: network.asked, by: \.request.address.host) {
      for (earlier, later) in zip(asked, asked.dropFirst()) {
        #expect(later.start >= earlier.end + spacing - 1e-9, "\(host)")
      }
    }
    for one in network.asked {
      let together = network.asked.count { $0.start <= one.start && $0.end > one.start }
      #expect(together <= parallel)
    }
  }

  @Test func hostsAreAskedOneThingAtATimeWithPauses() throws {
    let texts = (0..<90).map { "https://h\($0 % 9).example/\($0)" }
    let network = SimulatedNetwork { request, _ in
      let number = request.address.text.utf8.reduce(0) { $0 + Int($1) }
      return (LinkAnswer(.status(number % 5 == 0 ? 405 : 200)), seconds: 0.05 + Double(number % 7) / 4)
    }
    #expect(try run(texts, over: network).count == 90)
    expectPoliteness(network)
    // Pauses of one host are for the others: all is done in little more time than the slowest host needs by itself.
    let slowest = Dictionary(grouping: network.asked, by: \.request.address.host).values.map { asked in
      asked.reduce(0) { $0 + $1.end - $1.start + 1 }
    }.max()
    #expect(network.now < (slowest ?? 0) * 2)
  }

  @Test func aRedirectWaitsForItsTurnAtTheOtherHost() throws {
    let network = SimulatedNetwork { request in
      request.address.host == "a.example"
        ? LinkAnswer(.status(301), redirect: "https://b.example" + request.address.text.suffix(2))
        : LinkAnswer(.status(200))
    }
    let texts = (0..<8).map { "https://a.example/\($0)" } + (0..<8).map { "https://b.example/x/\($0)" }
    let found = try run(texts, over: network)
    #expect(found["https://a.example/3"]?.movedTo?.text == "https://b.example/3")
    #expect(found.count == 16)
    expectPoliteness(network)
  }

  @Test func aServerThatAsksForTimeGetsIt() throws {
    let network = SimulatedNetwork { request, before in
      request.address.text.hasSuffix("/1") && before == 0
        ? (LinkAnswer(.status(429), retryAfter: "30"), seconds: 0.1) : (LinkAnswer(.status(200)), seconds: 0.1)
    }
    let found = try run((0..<4).map { "https://a.example/\($0)" } + ["https://b.example/"], over: network)
    #expect(found.values.allSatisfy { $0.verdict == .good })
    let starts = network.asked.filter { $0.request.address.host == "a.example" }.map { ($0.start * 10).rounded() / 10 }
    #expect(starts == [0, 1.1, 31.2, 32.3, 33.4])
  }

  @Test func aDateIsCountedFromTheServersClock() throws {
    let network = SimulatedNetwork { _, before in
      before == 0
        ? (
          LinkAnswer(
            .status(503), retryAfter: "Sun, 06 Nov 1994 08:49:37 GMT", date: "Sun, 06 Nov 1994 08:49:17 GMT"),
          seconds: 0
        ) : (LinkAnswer(.status(200)), seconds: 0)
    }
    #expect(try run(["https://a.example/"], over: network).values.first?.verdict == .good)
    #expect(network.asked.map(\.start) == [0, 20])
  }

  @Test func aPauseIsNeverShorterThanOurs() throws {
    let network = SimulatedNetwork { _, before in
      (LinkAnswer(.status(before == 0 ? 429 : 200), retryAfter: "0"), seconds: 0)
    }
    _ = try run(["https://a.example/"], over: network)
    #expect(network.asked.map(\.start) == [0, 1])
  }

  @Test func aHostThatAsksForLongIsLeftAlone() throws {
    let network = SimulatedNetwork { _ in LinkAnswer(.status(429), retryAfter: "3600") }
    let found = try run((0..<5).map { "https://a.example/\($0)" }, over: network)
    #expect(found.count == 5)
    #expect(found.values.allSatisfy { $0 == .unknown("429") })
    #expect(network.asked.count == 1)
    #expect(network.now < 1)
  }

  @Test func aHostThatRefusesAgainAndAgainIsLeftAlone() throws {
    let network = SimulatedNetwork { _ in LinkAnswer(.status(429)) }
    let found = try run((0..<5).map { "https://a.example/\($0)" }, over: network)
    #expect(found.values.allSatisfy { $0 == .unknown("429") })
    #expect(network.asked.count == 3)
    expectPoliteness(network, spacing: 15)
  }

  @Test func aHostThatHangsIsLeftAlone() throws {
    let network = SimulatedNetwork { request, _ in
      request.address.host == "a.example"
        ? (LinkAnswer(.timeout(isConnected: false)), seconds: 25) : (LinkAnswer(.status(200)), seconds: 0.1)
    }
    let texts =
      (0..<200).map { "https://a.example/\($0)" } + (0..<9).map { "https://b.example/\($0)" } + ["http://c.example/"]
    let found = try run(texts, over: network)
    #expect(found.count == 210)
    #expect(network.asked.count { $0.request.address.host == "a.example" } == 3)
    #expect(found["https://a.example/150"] == .unknown("timeout"))
    #expect(found["https://b.example/5"]?.verdict == .good)
  }

  @Test func aNameThatLeadsNowhereIsLookedUpOnce() throws {
    let network = SimulatedNetwork { request in
      request.address.host == "a.example" ? LinkAnswer(.noSuchHost) : LinkAnswer(.status(200))
    }
    let found = try run((0..<50).map { "https://a.example/\($0)" } + ["https://b.example/"], over: network)
    #expect(found.values.count { $0 == LinkOutcome(.failed, "no-such-host") } == 50)
    #expect(network.asked.count == 2)
  }

  @Test func aRedirectToAHostThatIsLeftAloneIsUnknown() throws {
    let network = SimulatedNetwork { request in
      request.address.host == "a.example"
        ? LinkAnswer(.status(302), redirect: "https://b.example/") : LinkAnswer(.status(429), retryAfter: "9999")
    }
    let found = try run(["https://b.example/x", "https://a.example/1", "https://a.example/2"], over: network)
    #expect(found.values.allSatisfy { $0 == .unknown("429") })
    #expect(found.count == 3)
    #expect(network.asked.count { $0.request.address.host == "b.example" } == 1)
  }

  @Test func aPlainFailureOfTheServerIsNoRequestForTime() throws {
    let network = SimulatedNetwork { _ in LinkAnswer(.status(503)) }
    let found = try run((0..<5).map { "https://a.example/\($0)" }, over: network)
    #expect(found.values.allSatisfy { $0 == .unknown("503") })
    #expect(network.asked.count == 5)
  }

  @Test func aMachineWithoutANetworkIsNoticed() throws {
    let offline = SimulatedNetwork { _ in LinkAnswer(.noSuchHost) }
    var run = LinkRun(try addresses(["https://a.example/", "https://b.example/"]), over: offline)
    while run.advance() {}
    #expect(!LinkRun.hasReachedAnybody(run.outcomes))
    let partly = SimulatedNetwork { LinkAnswer($0.address.host == "a.example" ? .noSuchHost : .status(404)) }
    run = LinkRun(try addresses(["https://a.example/", "https://b.example/"]), over: partly)
    while run.advance() {}
    #expect(LinkRun.hasReachedAnybody(run.outcomes))
  }

  @Test func nothingToAskIsDone() throws {
    var run = LinkRun([], over: SimulatedNetwork { _ in LinkAnswer(.broken) })
    let hasMore = run.advance()
    #expect(!hasMore)
  }
}
