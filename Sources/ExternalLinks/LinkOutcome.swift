/// What asking for one address came to.
package struct LinkOutcome: Sendable, Hashable {
  package enum Verdict: Sendable { case good, failed, unknown }

  package var verdict: Verdict
  /// What `links.lock` says: the last status of HTTP, or a word.
  package var status: String
  /// Where the page is for good, if every redirect up to there was permanent; with a fragment if the server names one.
  package var movedTo: WebAddress?

  package init(_ verdict: Verdict, _ status: String, movedTo: WebAddress? = nil) {
    self.verdict = verdict
    self.status = status
    self.movedTo = movedTo
  }

  package static func unknown(_ status: String) -> LinkOutcome { LinkOutcome(.unknown, status) }

  /// Whether a server said so. If none says anything, it is this machine that is not connected.
  var isFromServer: Bool { Int(status) != nil }

  /// Why the address failed, in words that end a sentence.
  static func reason(_ status: String) -> String {
    switch status {
    case "404": "the server has no such page (404)"
    case "410": "the server says that the page is gone for good (410)"
    case "no-such-host": "no server has this name"
    case "refused": "the server takes no connections"
    case "insecure": "the server's certificate or encryption is wrong"
    default: "the last answer was '\(status)'"
    }
  }
}
