import Content

/// `links.lock`: what asking for each address came to, over many days. One address a line, sorted, committed.
///
///     https://example.org/old status=404 good=2026-09-01 failures=2 since=2026-11-01 until=2026-11-08
package struct LinkLedger: Sendable, Equatable {
  package static let fileName = "links.lock"
  /// On so many different days an address has to fail, with no good day between, before it counts as dead. The network
  /// lies: servers are moved, certificates run out for a weekend.
  package static let failuresUntilDead = 3

  package struct Entry: Sendable, Equatable {
    package var status = ""
    /// The last day on which the address was good.
    package var good: CalendarDay?
    /// Days on which it failed since then.
    package var failures = 0
    /// The first and the last of them.
    package var since: CalendarDay?
    package var until: CalendarDay?

    package init() {}

    package var isDead: Bool { failures >= LinkLedger.failuresUntilDead }
  }

  /// By address, without fragment.
  package private(set) var entries: [String: Entry] = [:]

  private static let head = """
    # What `sitegen check --external` learned about the addresses that this site links to; commit it.
    # docs/external-links.md explains the lines.

    """

  /// Reads the file. A line that is not as `bytes` writes it, such as one that a merge left, is passed over: the worst
  /// that follows is that a dead link takes some days longer to be called so.
  package init(_ bytes: [UInt8] = []) {
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      guard let address = words.first.map(String.init), WebAddress(address)?.text == address,
        let entry = Entry(words.dropFirst())
      else { continue }
      entries[address] = entry
    }
  }

  package var bytes: [UInt8] {
    let lines = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { address, entry in "\(address) \(entry.words)\n" }
    return Array((Self.head + lines.joined()).utf8)
  }

  package mutating func note(_ outcome: LinkOutcome, of address: WebAddress, on today: CalendarDay) {
    var entry = entries[address.text] ?? Entry()
    entry.status = outcome.status
    switch outcome.verdict {
    case .good:
      entry.good = today
      entry.failures = 0
      entry.since = nil
      entry.until = nil
    case .failed:
      // Twice on a day counts once.
      if let until = entry.until, until >= today { break }
      entry.failures += 1
      entry.since = entry.since ?? today
      entry.until = today
    case .unknown: break
    }
    entries[address.text] = entry
  }

  /// Forgets what the site no longer links to.
  package mutating func keep(_ addresses: some Sequence<WebAddress>) {
    let wanted = Set(addresses.map(\.text))
    entries = entries.filter { wanted.contains($0.key) }
  }
}

extension LinkLedger.Entry {
  fileprivate init?(_ words: ArraySlice<Substring>) {
    for word in words {
      guard let equals = word.firstIndex(of: "=") else { return nil }
      let value = word[word.index(after: equals)...]
      switch word[..<equals] {
      case "status": status = String(value)
      case "good": good = CalendarDay(value)
      case "failures": failures = max(0, Int(value) ?? 0)
      case "since": since = CalendarDay(value)
      case "until": until = CalendarDay(value)
      default: return nil
      }
    }
    if status.isEmpty || failures > 0 && (since == nil || until == nil) { return nil }
  }

  fileprivate var words: String {
    var words = ["status=" + status]
    if let good { words.append("good=\(good)") }
    if failures > 0, let since, let until { words.append("failures=\(failures) since=\(since) until=\(until)") }
    return words.joined(separator: " ")
  }
}
