import NIOHTTP1

/// A request that is not answered with anything of the site. The connection is closed after it, so that nothing that
/// follows can be taken for a request.
struct Refusal: Error, Sendable, Equatable {
  var status: HTTPResponseStatus
  /// In plain words, for whoever sent it.
  var reason: String

  init(_ status: HTTPResponseStatus, _ reason: String) {
    self.status = status
    self.reason = reason
  }

  static let malformed = Refusal(.badRequest, "This is not a request of HTTP/1.1.")
  static let headTooLarge = Refusal(.requestHeaderFieldsTooLarge, "The head of the request is too large.")
  static let targetTooLong = Refusal(.uriTooLong, "The address is too long.")
  static let tooSlow = Refusal(.requestTimeout, "The head of the request took too long to arrive.")
  static let version = Refusal(.httpVersionNotSupported, "The preview speaks HTTP/1.1.")
  static let method = Refusal(.methodNotAllowed, "Only GET and HEAD are answered.")

  var answer: Answer {
    var headers = HTTPHeaders([
      ("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store"),
      ("X-Content-Type-Options", "nosniff"),
    ])
    if status == .methodNotAllowed { headers.add(name: "Allow", value: "GET, HEAD") }
    return Answer(status: status, headers: headers, body: Array((reason + "\n").utf8))
  }
}
