import Testing

@testable import ExternalLinks

@Suite struct LinkProbeTests {
  private let start = "https://a.example/start"

  /// Feeds answers to a probe until it has an outcome.
  private func outcome(
    _ answers: LinkAnswer..., asked: [String] = [], sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> LinkOutcome? {
    try outcome(answers, asked: asked, sourceLocation: sourceLocation)
  }

  private func outcome(
    _ answers: [LinkAnswer], asked: [String] = [], sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> LinkOutcome? {
    var probe = LinkProbe(try #require(WebAddress(start)))
    var requests: [String] = []
    var found: LinkOutcome?
    for answer in answers {
      try #require(found == nil, "asks on after its end", sourceLocation: sourceLocation)
      requests.append("\(probe.request.method) \(probe.request.address.text)")
      found = probe.take(answer)
    }
    if !asked.isEmpty { #expect(requests == asked, sourceLocation: sourceLocation) }
    return found
  }

  private func redirect(_ status: Int, _ target: String) -> LinkAnswer { LinkAnswer(.status(status), redirect: target) }

  @Test(arguments: [200, 204, 206, 300, 304])
  func aGoodHeadIsEnough(_ status: Int) throws {
    #expect(try outcome(LinkAnswer(.status(status)), asked: ["head " + start]) == LinkOutcome(.good, String(status)))
  }

  @Test(arguments: [400, 403, 404, 405, 406, 500, 501])
  func headMayBeMistaken(_ status: Int) throws {
    let good = try outcome(
      LinkAnswer(.status(status)), LinkAnswer(.status(200)), asked: ["head " + start, "get " + start])
    #expect(good == LinkOutcome(.good, "200"))
    let same = try outcome(LinkAnswer(.status(status)), LinkAnswer(.status(status)))
    #expect(same == LinkOutcome(status == 404 ? .failed : .unknown, String(status)))
  }

  @Test(arguments: [LinkAnswer.Kind.broken, .timeout(isConnected: true)])
  func headMayBreakTheConnection(_ kind: LinkAnswer.Kind) throws {
    #expect(try outcome(LinkAnswer(kind), LinkAnswer(.status(200))) == LinkOutcome(.good, "200"))
    #expect(try outcome(LinkAnswer(kind), LinkAnswer(.status(410))) == LinkOutcome(.failed, "410"))
    #expect(try outcome(LinkAnswer(kind), LinkAnswer(kind))?.verdict == .unknown)
  }

  @Test func someAnswersAreFinal() throws {
    #expect(try outcome(LinkAnswer(.status(410))) == LinkOutcome(.failed, "410"))
    #expect(try outcome(LinkAnswer(.noSuchHost)) == LinkOutcome(.failed, "no-such-host"))
    #expect(try outcome(LinkAnswer(.refused)) == LinkOutcome(.failed, "refused"))
    #expect(try outcome(LinkAnswer(.insecure)) == LinkOutcome(.failed, "insecure"))
    #expect(try outcome(LinkAnswer(.timeout(isConnected: false))) == .unknown("timeout"))
    #expect(try outcome(LinkAnswer(.unasked)) == .unknown("unasked"))
    for status in [401, 402, 418, 429, 451, 502, 503, 504, 599, 999] {
      #expect(try outcome(LinkAnswer(.status(status))) == .unknown(String(status)))
    }
  }

  @Test func aPermanentRedirectIsAMove() throws {
    let moved = try outcome(
      redirect(301, "https://a.example/b"), redirect(308, "https://a.example/c#d"), LinkAnswer(.status(200)),
      asked: ["head " + start, "head https://a.example/b", "head https://a.example/c"])
    #expect(moved == LinkOutcome(.good, "200", movedTo: WebAddress("https://a.example/c")))
    #expect(moved?.movedTo?.fragment == "#d")
  }

  @Test(arguments: [302, 303, 307])
  func aTemporaryRedirectIsNone(_ status: Int) throws {
    let target = redirect(status, "https://b.example/")
    #expect(try outcome(target, LinkAnswer(.status(200))) == LinkOutcome(.good, "200"))
    // Permanent up to here; what comes after is for the new address to say.
    let half = try outcome(redirect(301, "https://a.example/b"), target, LinkAnswer(.status(200)))
    #expect(half?.movedTo == WebAddress("https://a.example/b"))
    // As with https://doi.org: the old address stays the right one.
    let late = try outcome(target, redirect(301, "https://b.example/c"), LinkAnswer(.status(200)))
    #expect(late == LinkOutcome(.good, "200"))
  }

  @Test func whereRedirectsEndCounts() throws {
    let target = redirect(301, "https://b.example/gone")
    #expect(
      try outcome(target, LinkAnswer(.status(404)), LinkAnswer(.status(404))) == LinkOutcome(.failed, "404"))
    #expect(
      try outcome(target, LinkAnswer(.status(403)), LinkAnswer(.status(200)))
        == LinkOutcome(.good, "200", movedTo: WebAddress("https://b.example/gone")))
    #expect(try outcome(LinkAnswer(.status(301))) == .unknown("301"))
  }

  @Test(arguments: ["file:///etc/passwd", "javascript:alert(1)", "ftp://a.example/", "https://u:p@a.example/", "tel:1"])
  func redirectsLeadToTheWebOnly(_ target: String) throws {
    #expect(try outcome(redirect(302, target)) == .unknown("redirect-elsewhere"))
  }

  @Test func circlesAndLongChainsEnd() throws {
    #expect(try outcome(redirect(302, start)) == .unknown("redirect-loop"))
    #expect(try outcome(redirect(302, start + "#x")) == .unknown("redirect-loop"))
    #expect(
      try outcome(redirect(301, "https://a.example/b"), redirect(301, start)) == .unknown("redirect-loop"))
    let ten = (1...10).map { redirect(301, "https://a.example/\($0)") }
    let last = try outcome(ten + [LinkAnswer(.status(200))])
    #expect(last?.movedTo == WebAddress("https://a.example/10"))
    #expect(try outcome(ten + [redirect(301, "https://a.example/11")]) == .unknown("redirects"))
  }
}
