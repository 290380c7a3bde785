/// Everything that has to be asked to learn whether one address still leads somewhere: HEAD, then GET where HEAD is not
/// to be believed, then the same for each redirect. Knows no network and no time.
struct LinkProbe {
  static let mostRedirects = 10

  /// What to ask next.
  private(set) var request: LinkRequest
  private var visited: Set<WebAddress>
  private var movedTo: WebAddress?
  private var isMovedForGood = true

  init(_ address: WebAddress) {
    request = LinkRequest(address, .head)
    visited = [address]
  }

  /// - Returns: what it came to; nil if `request` has to be asked next.
  mutating func take(_ answer: LinkAnswer) -> LinkOutcome? {
    if request.method == .head, mayGetBeBetter(than: answer.kind) {
      request.method = .get
      return nil
    }
    switch answer.kind {
    case .status(let status): return take(status, answer.redirect)
    case .noSuchHost: return LinkOutcome(.failed, "no-such-host")
    case .refused: return LinkOutcome(.failed, "refused")
    case .insecure: return LinkOutcome(.failed, "insecure")
    case .timeout: return .unknown("timeout")
    case .broken: return .unknown("broken")
    case .unasked: return .unknown("unasked")
    }
  }

  /// Servers that do not know HEAD say so in many ways, or hang up, or hang.
  private func mayGetBeBetter(than kind: LinkAnswer.Kind) -> Bool {
    switch kind {
    case .status(let status): [400, 403, 404, 405, 406, 500, 501].contains(status)
    case .timeout(let isConnected): isConnected
    case .broken: true
    default: false
    }
  }

  private mutating func take(_ status: Int, _ redirect: String?) -> LinkOutcome? {
    switch status {
    case 200...299: return LinkOutcome(.good, String(status), movedTo: movedTo)
    case 301, 302, 303, 307, 308: return follow(status, redirect)
    case 404, 410: return LinkOutcome(.failed, String(status))
    // The server knows the address, but not what it wants to show to a program.
    case 300, 304: return LinkOutcome(.good, String(status), movedTo: movedTo)
    default: return .unknown(String(status))
    }
  }

  private mutating func follow(_ status: Int, _ redirect: String?) -> LinkOutcome? {
    guard let redirect else { return .unknown(String(status)) }
    // Never a file, never another scheme, never with a password.
    guard let next = WebAddress(redirect) else { return .unknown("redirect-elsewhere") }
    // Often a page that waits for a cookie.
    guard visited.insert(next).inserted else { return .unknown("redirect-loop") }
    guard visited.count <= Self.mostRedirects + 1 else { return .unknown("redirects") }
    isMovedForGood = isMovedForGood && (status == 301 || status == 308)
    if isMovedForGood { movedTo = next }
    request = LinkRequest(next, .head)
    return nil
  }
}
