import NIOHTTP1
import Testing

@testable import Preview

@Suite struct RequestTests {
  private func refusal(
    _ headers: [(String, String)], target: String = "/", method: HTTPMethod = .GET, version: HTTPVersion = .http1_1
  ) -> UInt? {
    let head = HTTPRequestHead(version: version, method: method, uri: target, headers: HTTPHeaders(headers))
    do {
      _ = try Request(head, to: OwnHosts(machineName: nil))
      return nil
    } catch {
      return error.status.code
    }
  }

  private let host = ("Host", "localhost:8080")

  @Test func aRequestNamesOneHostOfThisMachine() {
    #expect(refusal([host]) == nil)
    #expect(refusal([]) == 400)
    #expect(refusal([host, host]) == 400)
    #expect(refusal([("Host", "a b")]) == 400)
    #expect(refusal([("Host", "rebound.example")]) == 421)
  }

  @Test func aWholeAddressPassesTheSameTest() {
    #expect(refusal([host], target: "http://127.0.0.1/") == nil)
    #expect(refusal([host], target: "http://rebound.example/") == 421)
    #expect(refusal([host], target: "http://a@localhost/") == 400)
    #expect(refusal([("Host", "rebound.example")], target: "http://localhost/") == 421)
  }

  @Test func aBodyIsRefused() {
    #expect(refusal([host, ("Content-Length", "0")]) == nil)
    #expect(refusal([host, ("Content-Length", "1")]) == 413)
    #expect(refusal([host, ("Content-Length", "-1")]) == 400)
    #expect(refusal([host, ("Content-Length", "0, 0")]) == 400)
    #expect(refusal([host, ("Content-Length", "0"), ("Content-Length", "0")]) == 400)
    #expect(refusal([host, ("Transfer-Encoding", "chunked")]) == 400)
    #expect(refusal([host, ("Transfer-Encoding", "identity")]) == 400)
  }

  @Test func onlyReadingIsAnswered() {
    for method in [HTTPMethod.POST, .PUT, .DELETE, .OPTIONS, .TRACE, .CONNECT] {
      #expect(refusal([host], method: method) == 405, "\(method)")
    }
    #expect(refusal([host], method: .HEAD) == nil)
    #expect(Refusal.method.answer["Allow"] == "GET, HEAD")
    #expect(refusal([host], version: .init(major: 1, minor: 2)) == 505)
    #expect(refusal([host], version: .http1_0) == nil)
  }

  @Test(
    arguments: [
      ("http://localhost:8080", nil), ("HTTP://LOCALHOST:8080", nil), ("http://localhost", 403),
      ("https://localhost:8080", 403), ("http://127.0.0.1:8080", 403), ("http://localhost:3000", 403), ("null", 403),
      ("https://example.org", 403), ("", 403),
    ] as [(String, UInt?)])
  func anotherSiteMayNotAsk(_ origin: String, _ status: UInt?) {
    #expect(refusal([host, ("Origin", origin)]) == status)
  }

  @Test(
    arguments: [
      (["same-origin"], "cors", "empty", nil), (["none"], "navigate", "document", nil),
      (["cross-site"], "navigate", "document", nil), (["same-site"], "navigate", "document", nil),
      (["cross-site"], "navigate", "iframe", 403), (["cross-site"], "no-cors", "image", 403),
      (["same-site"], "cors", "empty", 403), (["cross-site"], "no-cors", "document", 403),
      (["same-origin", "cross-site"], "cors", "empty", 403), (["unheard-of"], "cors", "empty", 403),
    ] as [([String], String, String, UInt?)])
  func anotherSiteMayOnlyLeadAPersonHere(_ sites: [String], _ mode: String, _ dest: String, _ status: UInt?) {
    let fields = sites.map { ("Sec-Fetch-Site", $0) } + [("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", dest)]
    #expect(refusal([host] + fields) == status)
  }
}
