import Testing

@testable import Preview

@Suite struct HeadLinesTests {
  private func scan(_ text: String, _ limits: HeadLines.Limits = HeadLines.Limits()) -> HeadLines.Outcome {
    let bytes = Array(text.utf8)
    var whole = HeadLines(limits)
    let outcome = whole.scan(bytes)
    // It makes no difference in how many pieces a head arrives.
    var pieces = HeadLines(limits)
    var last = HeadLines.Outcome.unfinished
    for end in bytes.indices where last == .unfinished { last = pieces.scan(bytes[...end]) }
    #expect(outcome == last, "\(text)")
    return outcome
  }

  @Test func aHeadEndsWithAnEmptyLine() {
    #expect(scan("GET / HTTP/1.1\r\n\r\nGET") == .whole(18))
    #expect(scan("GET / HTTP/1.1\r\nA: b\r\n\r\n") == .whole(24))
    #expect(scan("\r\n\r\nGET / HTTP/1.0\r\n\r\n") == .whole(22))
    #expect(scan("GET / HTTP/1.1\r\nA: b\r\n") == .unfinished)
    #expect(scan("GET / HTTP/1.1\r\n\r") == .unfinished)
  }

  @Test(
    arguments: [
      "GET / HTTP/1.1\n\n", "GET / HTTP/1.1\r\nA: b\n\r\n", "GET / HTTP/1.1\rA", "GET / HTTP/1.1\r\nA: b\rc\r\n\r\n",
      "GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n", "GET / HTTP/1.1\r\nA: b\r\n\tc\r\n\r\n",
      "GET / HTTP/1.1\r\n A: b\r\n\r\n",
      "GET / HTTP/1.1\r\nA: b\0\r\n\r\n", "GET / HTTP/1.1\r\nA: \u{1}\r\n\r\n", "GET / HTTP/1.1\r\nA: \u{7F}\r\n\r\n",
      "GET /\0 HTTP/1.1\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "GET / / HTTP/1.1\r\n\r\n", " GET / HTTP/1.1\r\n\r\n",
      "GET /\r\n\r\n", "GET\r\n\r\n", "GET / http/1.1\r\n\r\n", "GET / HTTP/11\r\n\r\n", "GET / HTTP/1.1 \r\n\r\n",
      "G\tT / HTTP/1.1\r\n\r\n", "\u{16}\u{3}\u{1}", "{\"a\":1}", "GET\t/ HTTP/1.1\r\n\r\n",
    ])
  func whatOthersMightDivideOtherwiseIsRefused(_ text: String) { #expect(scan(text) == .refused(.malformed)) }

  @Test func onlyTheVersionsThatWeSpeak() {
    #expect(scan("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") == .refused(.version))
    #expect(scan("GET / HTTP/1.2\r\n\r\n") == .refused(.version))
    #expect(scan("GET / HTTP/0.9\r\n\r\n") == .refused(.version))
  }

  @Test func aHeadHasBounds() {
    let limits = HeadLines.Limits(head: 100, lines: 3, target: 20)
    #expect(scan("GET /1234567890123456789 HTTP/1.1\r\n\r\n", limits) == .whole(37))
    #expect(scan("GET /12345678901234567890 HTTP/1.1\r\n\r\n", limits) == .refused(.targetTooLong))
    #expect(scan("GET / HTTP/1.1\r\nA:\r\nB:\r\nC:\r\n\r\n", limits) == .whole(30))
    #expect(scan("GET / HTTP/1.1\r\nA:\r\nB:\r\nC:\r\nD:\r\n\r\n", limits) == .refused(.headTooLarge))
    #expect(scan("GET / HTTP/1.1\r\nA: " + String(repeating: "a", count: 90), limits) == .refused(.headTooLarge))
    #expect(scan(String(repeating: "\r\n", count: 60), limits) == .refused(.headTooLarge))
    #expect(scan(String(repeating: "A", count: 40), limits) == .refused(.malformed))
  }
}
