import NIOHTTP1

/// A request that may be answered: by whom it was sent and for whom it was meant has been looked at.
struct Request: Sendable {
  var isHead: Bool
  /// Whether an answer may be sent piece by piece without saying how long it is: not in HTTP/1.0.
  var mayStream: Bool
  var target: RequestTarget
  var authority: Authority
  var headers: HTTPHeaders

  init(_ head: HTTPRequestHead, to hosts: OwnHosts) throws(Refusal) {
    let headers = head.headers
    guard head.version == .http1_1 || head.version == .http1_0 else { throw .version }
    let names = headers["host"]
    guard names.count == 1, let named = Authority(names[0]) else {
      throw Refusal(.badRequest, "A request names one host.")
    }
    guard hosts.include(named) else { throw Self.misdirected }
    try Self.refuseBody(headers)
    guard head.method == .GET || head.method == .HEAD else { throw .method }
    guard let target = RequestTarget(head.uri) else { throw Refusal(.badRequest, "This is not an address of a page.") }
    authority = named
    if let text = target.authority {
      // The whole address takes precedence (RFC 9112, section 3.2.2).
      guard let whole = Authority(text) else { throw Refusal(.badRequest, "This is not an address of a page.") }
      guard hosts.include(whole) else { throw Self.misdirected }
      authority = whole
    }
    isHead = head.method == .HEAD
    mayStream = head.version == .http1_1
    self.target = target
    self.headers = headers
    if isForeign { throw Refusal(.forbidden, "Another site may not ask for this.") }
  }

  /// All lines of a list, as one.
  func list(_ name: String) -> String? {
    let lines = headers[name]
    return lines.isEmpty ? nil : lines.joined(separator: ",")
  }

  /// Whether another site's page asks, rather than a person who follows a link (Fetch Metadata, section 2).
  private var isForeign: Bool {
    if headers["origin"].contains(where: { $0.lowercased() != "http://" + authority.text }) { return true }
    let sites = headers["sec-fetch-site"]
    guard sites.contains(where: { $0 != "same-origin" && $0 != "none" }) else { return false }
    return headers["sec-fetch-mode"] != ["navigate"] || headers["sec-fetch-dest"] != ["document"]
  }

  /// Nothing here reads a body, and one that is not read would be taken for the next request.
  private static func refuseBody(_ headers: HTTPHeaders) throws(Refusal) {
    guard headers["transfer-encoding"].isEmpty else { throw Refusal(.badRequest, "A request here has no body.") }
    let lengths = headers["content-length"]
    guard lengths.count <= 1 else { throw .malformed }
    guard let length = lengths.first, length != "0" else { return }
    guard length.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { throw .malformed }
    throw Refusal(.payloadTooLarge, "A request here has no body.")
  }

  private static let misdirected = Refusal(
    .misdirectedRequest, "The preview is not known by this name. Use the address that sitegen printed.")
}
