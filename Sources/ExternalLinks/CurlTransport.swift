import CLibcurl

/// Requests over libcurl, which is loaded when the first of these is made: nobody else needs it installed.
///
/// Sends no cookies, no referrer, no passwords; takes the headers of an answer and nothing of its body.
package final class CurlTransport: LinkTransport {
  package struct Options: Sendable {
    package var userAgent: String
    package var connectSeconds = 10.0
    package var totalSeconds = 25.0
    /// Whether the proxies that the environment names are used.
    package var usesProxy = true

    package init(userAgent: String) { self.userAgent = userAgent }
  }

  /// libcurl cannot be used here.
  package struct Unavailable: Error, CustomStringConvertible {
    package let reason: String
    package var description: String {
      "links to other sites are checked through libcurl, but \(reason); on Debian and Ubuntu it is the package libcurl4"
    }
  }

  private let client: OpaquePointer
  private let clock: () -> Double
  /// Requests that libcurl did not take.
  private var unasked: [Int] = []

  /// - Parameter clock: seconds since any moment in the past.
  /// - Throws: `Unavailable`.
  package init(_ options: Options, clock: @escaping () -> Double) throws {
    try Self.load()
    let opened = options.userAgent.withCString { userAgent in
      var wanted = link_client_options(
        user_agent: userAgent, connect_milliseconds: Int(options.connectSeconds * 1000),
        total_milliseconds: Int(options.totalSeconds * 1000), uses_proxy: options.usesProxy ? 1 : 0)
      return link_client_open(&wanted)
    }
    guard let opened else { throw Unavailable(reason: "it does not start") }
    client = opened
    self.clock = clock
  }

  deinit { link_client_close(client) }

  /// Loads libcurl, to learn early whether it is there.
  ///
  /// - Throws: `Unavailable`.
  package static func load() throws {
    if let problem = link_client_problem() { throw Unavailable(reason: String(cString: problem)) }
  }

  package var now: Double { clock() }

  package func start(_ request: LinkRequest, id: Int) {
    if link_client_start(client, Int64(id), request.address.text, request.method == .head ? 1 : 0) == 0 {
      unasked.append(id)
    }
  }

  package func wait(until time: Double) -> [(id: Int, answer: LinkAnswer)] {
    var found = unasked.map { (id: $0, answer: LinkAnswer(.unasked)) }
    unasked = []
    let milliseconds = found.isEmpty ? max(0, min((time - now) * 1000, 60_000)).rounded(.up) : 0
    var next = link_client_next(client, Int32(milliseconds))
    while let answer = next {
      found.append((Int(answer.pointee.id), Self.answer(answer.pointee)))
      link_answer_free(answer)
      next = link_client_next(client, 0)
    }
    return found
  }

  private static func answer(_ raw: link_answer) -> LinkAnswer {
    LinkAnswer(
      kind(raw), redirect: raw.redirect.map { String(cString: $0) },
      retryAfter: raw.retry_after.map { String(cString: $0) }, date: raw.date.map { String(cString: $0) })
  }

  /// libcurl's codes (libcurl-errors(3)). What comes after the headers does not matter, so an answer that has them all is
  /// an answer.
  private static func kind(_ raw: link_answer) -> LinkAnswer.Kind {
    if raw.status != 0 { return .status(Int(raw.status)) }
    switch raw.code {
    case 6: return .noSuchHost
    case 7: return .refused
    case 28: return .timeout(isConnected: raw.was_connected != 0)
    case 35, 51, 53, 60, 83, 90, 91: return .insecure
    // An address that libcurl does not take, a proxy that is not there, no certificates to compare with.
    case 2, 3, 4, 5, 43, 48, 77, 97: return .unasked
    default: return .broken
    }
  }
}
