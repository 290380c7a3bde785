import Content
import Diagnostics
import ExternalLinks

/// Asks other servers whether the site's links still lead somewhere. The one thing that uses the network; never part of a
/// build.
package struct ExternalCheck: Sendable {
  package struct Options: Sendable {
    package var run = LinkRun.Options()
    /// Files or folders whose links are asked for; all if there are none.
    package var paths: [String] = []

    package init() {}
  }

  /// How many addresses came to what.
  package struct Summary: Sendable, Equatable {
    package var good = 0
    package var failed = 0
    package var unknown = 0
  }

  private let today: CalendarDay
  private let options: Options
  private let transport: @Sendable () throws -> any LinkTransport

  /// - Parameter transport: what carries the requests.
  package init(
    today: CalendarDay, _ options: Options = Options(), transport: @escaping @Sendable () throws -> any LinkTransport
  ) {
    self.today = today
    self.options = options
    self.transport = transport
  }

  /// Over libcurl.
  ///
  /// - Throws: `CurlTransport.Unavailable`.
  package init(today: CalendarDay, _ options: Options = Options(), userAgent: String) throws {
    try CurlTransport.load()
    self.init(today: today, options) {
      let start = ContinuousClock.now
      return try CurlTransport(.init(userAgent: userAgent)) {
        let passed = (ContinuousClock.now - start).components
        return Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
      }
    }
  }

  /// Asks, and brings `links.lock` in the folder `root` up to date.
  ///
  /// - Returns: no summary if nothing is counted.
  func run(
    _ site: Site, _ tree: SourceTree, root: String, _ progress: Progress
  ) async -> (diagnostics: [Diagnostic], summary: Summary?) {
    let all = ExternalLink.all(in: site, tree)
    let wanted = all.filter { link in link.places.contains { isWanted($0.location.file) } }
    if wanted.isEmpty { return ([], Summary()) }
    let outcomes: [WebAddress: LinkOutcome]
    do { outcomes = try await ask(wanted.map(\.address), progress) } catch {
      return ([notChecked("\(error)", help: nil)], nil)
    }
    var summary = Summary()
    for outcome in outcomes.values {
      switch outcome.verdict {
      case .good: summary.good += 1
      case .failed: summary.failed += 1
      case .unknown: summary.unknown += 1
      }
    }
    guard LinkRun.hasReachedAnybody(outcomes) else {
      return (
        [notChecked("no server answered, so nothing is counted", help: "see whether this machine is connected")],
        nil
      )
    }
    let path = root + "/" + LinkLedger.fileName
    let old = (try? FileSystem.read(path)) ?? []
    var ledger = LinkLedger(old)
    for (address, outcome) in outcomes { ledger.note(outcome, of: address, on: today) }
    ledger.keep(all.map(\.address))
    return (LinkFindings.diagnostics(for: wanted, outcomes, ledger) + write(ledger.bytes, old, to: path), summary)
  }

  private func isWanted(_ file: String) -> Bool {
    options.paths.isEmpty
      || options.paths.contains { file == $0 || file.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
  }

  private func ask(_ addresses: [WebAddress], _ progress: Progress) async throws -> [WebAddress: LinkOutcome] {
    var run = LinkRun(addresses, options.run, over: try transport())
    progress.begin(.asking, total: addresses.count)
    var done = 0
    while run.advance() {
      while done < run.outcomes.count {
        progress.step()
        done += 1
      }
      await Task.yield()
    }
    return run.outcomes
  }

  private func write(_ bytes: [UInt8], _ old: [UInt8], to path: String) -> [Diagnostic] {
    if bytes == old { return [] }
    do throws(FileSystem.Failure) { try FileSystem.replace(path, with: bytes) } catch {
      return [
        Diagnostic(
          "output/no-lock", .warning, at: SourceLocation(file: LinkLedger.fileName),
          "what was learned about links cannot be written: \(error.reason)",
          help: "check once where the project's folder can be written to, and commit the file")
      ]
    }
    return []
  }

  private func notChecked(_ reason: String, help: String?) -> Diagnostic {
    Diagnostic("link/not-checked", .warning, at: SourceLocation(file: LinkLedger.fileName), reason, help: help)
  }
}
