import Content
import Diagnostics

/// What editors are told of the links that were asked for.
///
/// `link/dead` is a warning, not an error: what another server does must not keep a page about an emergency from being
/// published. A site that wants it otherwise says so under `checks` in its settings.
package enum LinkFindings {
  package static func diagnostics(
    for links: [ExternalLink], _ outcomes: [WebAddress: LinkOutcome], _ ledger: LinkLedger
  ) -> [Diagnostic] {
    links.flatMap { link -> [Diagnostic] in
      guard let outcome = outcomes[link.address], let entry = ledger.entries[link.address.text] else { return [] }
      if outcome.verdict == .good {
        return outcome.movedTo.map { target in link.places.map { moved(link, to: target, $0) } } ?? []
      }
      // A dead link stays dead until it answers well; what is unknown for a day is no reason to call it alive.
      if entry.isDead { return link.places.map { dead(link, entry, outcome, $0.location) } }
      if outcome.verdict == .failed { return link.places.map { failing(link, entry, $0.location) } }
      return []
    }
  }

  private static func dead(
    _ link: ExternalLink, _ entry: LinkLedger.Entry, _ outcome: LinkOutcome, _ location: SourceLocation
  ) -> Diagnostic {
    let since = entry.since.map { " since \($0)" } ?? ""
    return Diagnostic(
      "link/dead", .warning, at: location,
      "\(link.address.text) is dead: it failed on \(entry.failures) days\(since), because "
        + LinkOutcome.reason(outcome.status),
      help: "look for the page's new address, or for another page that says the same")
  }

  private static func failing(
    _ link: ExternalLink, _ entry: LinkLedger.Entry, _ location: SourceLocation
  ) -> Diagnostic {
    let day = entry.until.map { " on \($0)" } ?? ""
    let left = LinkLedger.failuresUntilDead - entry.failures
    return Diagnostic(
      "link/failing", .info, at: location,
      "\(link.address.text) did not answer well\(day): \(LinkOutcome.reason(entry.status))",
      help: "open it to see for yourself; it counts as dead if it fails on \(left) other day\(left == 1 ? "" : "s")")
  }

  private static func moved(
    _ link: ExternalLink, to target: WebAddress, _ place: ExternalLink.Place
  ) -> Diagnostic {
    let address = target.text + (target.fragment.isEmpty ? place.fragment : target.fragment)
    if target.isHome, !link.address.isHome {
      return Diagnostic(
        "link/moved", .info, at: place.location, "\(link.address.text) leads to the front page of \(target.host) now",
        help: "the page itself may be gone: look for it there, or for another page that says the same")
    }
    // Another site at an old address may be anybody's.
    let isSameSite = target.site == link.address.site
    let mayEdit = isSameSite && place.isExact && isSafe(address)
    return Diagnostic(
      "link/moved", .info, at: place.location, "\(link.address.text) has moved for good to \(address)",
      help: isSameSite
        ? "link to \(address)" : "see whether it is the same page on another site, then link to \(address)",
      edits: mayEdit ? [Edit(place.location, address)] : [])
  }

  /// Whether an address may stand in Markdown, YAML and JSON, quoted or not, and mean itself.
  private static func isSafe(_ address: String) -> Bool {
    func isWord(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    guard let last = address.utf8.last, isWord(last) || "/=-".utf8.contains(last) else { return false }
    return address.utf8.allSatisfy { isWord($0) || "-._~:/?#@!$&*+=%".utf8.contains($0) }
  }
}
