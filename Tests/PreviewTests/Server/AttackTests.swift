import Testing

@testable import Preview

/// Things that nobody with good intentions sends, each against a real server. None may get a byte of the secret, stop the
/// server, or be answered as if it were all right.
@Suite(.serialized) struct AttackTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    /// A closed connection is always an answer.
    var statuses: Set<Int>

    /// - Parameter text: `HOST` stands for host and port.
    init(_ name: String, _ text: String, _ statuses: Set<Int> = [400]) {
      self.name = name
      self.statuses = statuses
      bytes = Array(text.utf8)
    }

    var testDescription: String { name }
  }

  @Test func noneIsAnsweredAsIfItWereAllRight() async throws {
    let disk = try SecretOnDisk()
    try await withServer(disk.site) { server in
      #expect(try server.answersHonestly())
      for attack in Self.targets(secret: disk.secretPath) + Self.heads {
        let wire = try Wire(port: server.port)
        wire.send(attack.bytes.replacing("HOST".utf8, with: server.authority.utf8))
        wire.endSending()
        let answer = try #require(wire.readToEnd(), "\(attack.name): the connection stays open")
        let text = String(decoding: answer, as: UTF8.self)
        #expect(!text.contains(SecretOnDisk.secret), "\(attack.name)")
        let statuses = text.split(separator: "HTTP/1.1 ").dropFirst(text.hasPrefix("HTTP/1.1 ") ? 0 : 1)
          .compactMap { Int($0.prefix(3)) }
        #expect(statuses.allSatisfy(attack.statuses.contains), "\(attack.name): \(statuses)")
        #expect(statuses.count <= 1, "\(attack.name): answered \(statuses.count) times")
        #expect(try server.answersHonestly(), "\(attack.name): nobody is answered any more")
      }
    }
  }

  /// Ways out of the site.
  private static func targets(secret: String) -> [Attack] {
    let ways = [
      "/../secret.txt", "/../../../../etc/passwd", "/%2e%2e/secret.txt", "/%2E%2E/secret.txt", "/.%2e/secret.txt",
      "/%2e./secret.txt", "/%252e%252e/secret.txt", "/%25252e%25252e/secret.txt", "/..%2fsecret.txt",
      "/..%252fsecret.txt",
      "/%2e%2e%2fsecret.txt", "/..\\secret.txt", "/..%5csecret.txt", "/%5c..%5csecret.txt", "\\..\\secret.txt",
      "/%c0%ae%c0%ae/secret.txt", "/%c0%ae%c0%ae%c0%afsecret.txt", "/%e0%80%ae%e0%80%ae/secret.txt",
      "/..%c0%afsecret.txt",
      "/%f0%80%80%ae%f0%80%80%ae/secret.txt", "/%u002e%u002e/secret.txt", "/%uff0e%uff0e/secret.txt",
      "/%ef%bc%8e%ef%bc%8e/secret.txt", "/\u{FF0E}\u{FF0E}/secret.txt", "/%e2%80%a5/secret.txt", "/..%00/secret.txt",
      "/index.html%00.txt", "/%00", "/..;/secret.txt", "/..;a=b/secret.txt", "/;/../secret.txt", "/a/../../secret.txt",
      "/a/./../../secret.txt", "/./../secret.txt", "//../secret.txt", "/..//secret.txt", "/...//secret.txt",
      "/.../secret.txt", "/a/%2e%2e/%2e%2e/secret.txt", "/link.txt", "/link/secret.txt", "/folder/secret.txt",
      "//etc/passwd",
      "/%2fetc%2fpasswd", "//localhost/secret.txt", "//HOST/secret.txt", "/\(secret)", secret, "file://\(secret)",
      "file:\(secret)", "http://HOST\(secret)", "http://HOST/../secret.txt", "http://HOST/%2e%2e/secret.txt",
      "http:///secret.txt", "http://HOST\\..\\secret.txt", "https://HOST/", "http://a:b@HOST/",
      "http://HOST@example.org/",
      "gopher://HOST/", "*", "?", "..", "../secret.txt", "secret.txt", "/~root/secret.txt", "/%", "/%2", "/%gg",
      "/a%20/../..",
      "/index.html/../../secret.txt", "/.sitegen/../secret.txt", "/.sitegen/%2e%2e/secret.txt",
      "/.sitegen/../../secret.txt",
      "/_headers", "/_redirects", "/?../secret.txt#/../secret.txt", "/#/../secret.txt", "/..?/secret.txt",
      "/.git/config",
      "/.sitegen/events?page=/../secret.txt", "/.sitegen/events?page=%2F..%2Fsecret.txt",
      "/.sitegen/events?page=file:%2F%2F",
      "/.sitegen/events", "/proc/self/environ", "/dev/zero", "/con", "/index.html::$DATA",
      "/index.html:Zone.Identifier",
    ]
    return ways.flatMap { way in
      [
        Attack("GET \(way)", "GET \(way) HTTP/1.1\r\nHost: HOST\r\n\r\n", [400, 404]),
        Attack("HEAD \(way)", "HEAD \(way) HTTP/1.1\r\nHost: HOST\r\n\r\n", [400, 404, 405]),
      ]
    }
  }

  /// Heads that are wrong, too large, or two things at once.
  private static let heads: [Attack] = {
    func get(_ lines: String, target: String = "/") -> String { "GET \(target) HTTP/1.1\r\nHost: HOST\r\n\(lines)\r\n" }
    let next = "GET /smuggled HTTP/1.1\r\nHost: HOST\r\n\r\n"
    let many = (0..<2000).map { "X-\($0): a\r\n" }.joined()
    return [
      // Two readings of where a request ends.
      Attack("CL.TE", get("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n" + next),
      Attack("TE.CL", get("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n") + "5c\r\n" + next + "0\r\n\r\n"),
      Attack("TE.TE", get("Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n") + "0\r\n\r\n" + next),
      Attack("TE in disguise", get("Transfer-Encoding: xchunked\r\n") + "0\r\n\r\n" + next),
      Attack("TE with a tab", get("Transfer-Encoding:\tchunked\r\n") + "0\r\n\r\n" + next),
      Attack("TE with a vertical tab", get("Transfer-Encoding: \u{B}chunked\r\n") + "0\r\n\r\n" + next),
      Attack("TE with a space", get("Transfer-Encoding : chunked\r\n") + "0\r\n\r\n" + next),
      Attack("TE folded", get("X: y\r\n Transfer-Encoding: chunked\r\n") + "0\r\n\r\n" + next),
      Attack("TE identity", get("Transfer-Encoding: identity\r\n") + next),
      Attack("chunks of junk", get("Transfer-Encoding: chunked\r\n") + "zz\r\nabc\r\n" + next),
      Attack("chunk of a huge size", get("Transfer-Encoding: chunked\r\n") + "ffffffffffffffffff\r\n" + next),
      Attack("two lengths", get("Content-Length: 0\r\nContent-Length: 40\r\n") + next),
      Attack("the same length twice", get("Content-Length: 0\r\nContent-Length: 0\r\n") + next),
      Attack("a list of lengths", get("Content-Length: 0, 40\r\n") + next),
      Attack("a length with a sign", get("Content-Length: +0\r\n") + next),
      Attack("a length below nothing", get("Content-Length: -1\r\n") + next),
      Attack("a length in hexadecimal", get("Content-Length: 0x0\r\n") + next),
      Attack("a length beyond numbers", get("Content-Length: 99999999999999999999999\r\n") + next),
      Attack("no length at all", get("Content-Length: \r\n") + next),
      Attack("a body", get("Content-Length: 50\r\n") + next, [413]),
      Attack("a body that never comes", get("Content-Length: 1000000000\r\n"), [413]),
      Attack("a body on demand", get("Expect: 100-continue\r\nContent-Length: 5\r\n"), [413]),
      Attack("a form", "POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\n\r\na=b", [413]),
      // Lines that some divide otherwise.
      Attack("a folded line", get("X: a\r\n b\r\n")),
      Attack("a folded host", "GET / HTTP/1.1\r\nHost:\r\n HOST\r\n\r\n"),
      Attack("line feeds alone", "GET / HTTP/1.1\nHost: HOST\n\n"), Attack("a line feed", get("X: a\nY: b\r\n")),
      Attack("a return", get("X: a\rY: b\r\n")), Attack("a space before the colon", get("X : a\r\n")),
      Attack("a line that begins with a space", "GET / HTTP/1.1\r\n Host: HOST\r\n\r\n"),
      Attack("no colon", get("X\r\n")), Attack("no name", get(": a\r\n")),
      Attack("a name with a space", get("X Y: a\r\n")),
      Attack("a name in brackets", get("X[]: a\r\n")), Attack("a name of other letters", get("X\u{E9}: a\r\n")),
      Attack("a null in a value", get("X: a\0b\r\n")), Attack("a null in a name", get("X\0: a\r\n")),
      Attack("a null in the method", "G\0ET / HTTP/1.1\r\nHost: HOST\r\n\r\n"),
      Attack("a null in the target", "GET /\0 HTTP/1.1\r\nHost: HOST\r\n\r\n"),
      Attack("a bell", get("X: \u{7}\r\n")),
      // For somebody else.
      Attack("no host", "GET / HTTP/1.1\r\n\r\n"), Attack("an empty host", "GET / HTTP/1.1\r\nHost: \r\n\r\n"),
      Attack("two hosts", get("Host: HOST\r\n")),
      Attack("two hosts in one", "GET / HTTP/1.1\r\nHost: HOST, HOST\r\n\r\n"),
      Attack("a host with a path", "GET / HTTP/1.1\r\nHost: HOST/x\r\n\r\n"),
      Attack("a host with a name before it", "GET / HTTP/1.1\r\nHost: a@HOST\r\n\r\n"),
      Attack("a rebound name", "GET / HTTP/1.1\r\nHost: rebound.example:80\r\n\r\n", [421]),
      Attack("a rebound name that looks right", "GET / HTTP/1.1\r\nHost: 127.0.0.1.rebound.example\r\n\r\n", [421]),
      Attack("a number", "GET / HTTP/1.1\r\nHost: 2130706433\r\n\r\n", [421]),
      Attack("this machine's outside", "GET / HTTP/1.1\r\nHost: 192.168.0.7\r\n\r\n", [421]),
      Attack("a rebound name in the target", "GET http://rebound.example/ HTTP/1.1\r\nHost: HOST\r\n\r\n", [421]),
      Attack("a rebound name beside the target", "GET http://HOST/ HTTP/1.1\r\nHost: rebound.example\r\n\r\n", [421]),
      // On behalf of another site.
      Attack("a foreign origin", get("Origin: https://example.org\r\n"), [403]),
      Attack("no origin", get("Origin: null\r\n"), [403]),
      Attack("an origin of another port", get("Origin: http://127.0.0.1:1\r\n"), [403]),
      Attack("two origins", get("Origin: http://HOST\r\nOrigin: https://example.org\r\n"), [403]),
      Attack(
        "a foreign page's picture",
        get("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image\r\n"), [403]),
      Attack(
        "a foreign page's frame",
        get("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n"), [403]),
      Attack(
        "a foreign page's events", get("Origin: https://example.org\r\n", target: "/.sitegen/events?page=/"), [403]),
      // Other methods and protocols.
      Attack("POST", "POST / HTTP/1.1\r\nHost: HOST\r\n\r\n", [405]),
      Attack("TRACE", "TRACE / HTTP/1.1\r\nHost: HOST\r\n\r\n", [405]),
      Attack("OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: HOST\r\n\r\n", [405]),
      Attack("CONNECT", "CONNECT example.org:443 HTTP/1.1\r\nHost: HOST\r\n\r\n" + next, [405, 400]),
      Attack("an unheard-of method", "BREW / HTTP/1.1\r\nHost: HOST\r\n\r\n", [405]),
      Attack("a small method", "get / HTTP/1.1\r\nHost: HOST\r\n\r\n", [405]),
      Attack("a very long method", String(repeating: "A", count: 100_000)),
      Attack("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\u{12}\u{4}\0\0\0\0\0", [505]),
      Attack("HTTP/0.9", "GET /\r\n"), Attack("HTTP/0.9 by name", "GET / HTTP/0.9\r\nHost: HOST\r\n\r\n", [505]),
      Attack("HTTP/3", "GET / HTTP/3.0\r\nHost: HOST\r\n\r\n", [505]),
      Attack("HTTP/1.10", "GET / HTTP/1.10\r\nHost: HOST\r\n\r\n"),
      Attack("ICE", "SOURCE / ICE/1.0\r\nHost: HOST\r\n\r\n"), Attack("RTSP", "OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n\r\n"),
      Attack("TLS", "\u{16}\u{3}\u{1}\0\u{5}\u{1}\0\0\u{1}\u{3}\u{3}"), Attack("SSH", "SSH-2.0-OpenSSH_9.6\r\n"),
      Attack("SOCKS", "\u{5}\u{1}\0"), Attack("nulls", String(repeating: "\0", count: 10_000)),
      Attack("nothing", "", []), Attack("empty lines", "\r\n\r\n\r\n", []),
      Attack("half a head", "GET / HTTP/1.1\r\nHos", []),
      Attack("endless empty lines", String(repeating: "\r\n", count: 50_000), [431]),
      // Too much of it.
      Attack("a huge line", get("X: " + String(repeating: "a", count: 1_000_000) + "\r\n"), [431]),
      Attack("an endless line", "GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 1_000_000), [431]),
      Attack("an endless name", "GET / HTTP/1.1\r\n" + String(repeating: "a", count: 1_000_000), [431]),
      Attack("many lines", get(many), [431]),
      Attack("many short lines", get(String(repeating: "a:\r\n", count: 101)), [431]),
      Attack("a huge target", get("", target: "/" + String(repeating: "a", count: 1_000_000)), [414]),
      Attack("a huge query", get("", target: "/?" + String(repeating: "a", count: 9000)), [414]),
    ]
  }()
}
