/// One question to a server.
package struct LinkRequest: Sendable, Hashable {
  package enum Method: String, Sendable { case head, get }

  package var address: WebAddress
  package var method: Method

  package init(_ address: WebAddress, _ method: Method) {
    self.address = address
    self.method = method
  }
}

/// How one request ended.
package struct LinkAnswer: Sendable {
  package enum Kind: Sendable, Hashable {
    /// All headers arrived, with this status of HTTP.
    case status(Int)
    /// No server has the name.
    case noSuchHost
    /// Nobody takes connections there.
    case refused
    /// The certificate or the encryption is wrong.
    case insecure
    /// - Parameter isConnected: whether a server had taken the connection before it fell silent.
    case timeout(isConnected: Bool)
    /// The connection ended early, or what came is no HTTP.
    case broken
    /// The request could not be made on this machine.
    case unasked
  }

  package var kind: Kind
  /// The absolute address that a redirect names.
  package var redirect: String?
  /// Values of the headers of these names.
  package var retryAfter: String?
  package var date: String?

  package init(_ kind: Kind, redirect: String? = nil, retryAfter: String? = nil, date: String? = nil) {
    self.kind = kind
    self.redirect = redirect
    self.retryAfter = retryAfter
    self.date = date
  }
}

/// Carries requests to servers, and the time: libcurl and the clock, or a network that a test makes up.
package protocol LinkTransport: AnyObject {
  /// Seconds since any moment in the past.
  var now: Double { get }
  /// - Parameter id: comes back with the answer.
  func start(_ request: LinkRequest, id: Int)
  /// Waits until a request has ended, or until `time`. May come back earlier.
  func wait(until time: Double) -> [(id: Int, answer: LinkAnswer)]
}
