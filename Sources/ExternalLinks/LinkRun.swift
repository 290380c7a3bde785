/// Asks for many addresses, politely, and says what each came to.
package struct LinkRun {
  /// Times in seconds.
  package struct Options: Sendable {
    /// Pause between two requests to one host.
    package var spacing = 1.0
    /// Hosts that are asked side by side.
    package var parallel = 6
    /// Pause after a server has said "too many" without saying for how long.
    package var pauseAfterRefusal = 15.0
    /// A host that asks for a longer pause is left alone for this time.
    package var longestPause = 90.0
    /// A host that refuses or hangs this often in a row is left alone for this time.
    package var patience = 3

    package init() {}
  }

  private let options: Options
  private let transport: any LinkTransport
  private let addresses: [WebAddress]
  private var probes: [LinkProbe]
  private var schedule: HostSchedule
  /// How often in a row each host has refused or hung.
  private var strikes: [String: Int] = [:]
  package private(set) var outcomes: [WebAddress: LinkOutcome] = [:]

  package init(_ addresses: [WebAddress], _ options: Options = Options(), over transport: any LinkTransport) {
    self.options = options
    self.transport = transport
    self.addresses = addresses
    probes = addresses.map(LinkProbe.init)
    schedule = HostSchedule(parallel: options.parallel)
    for (job, address) in addresses.enumerated() { queue(job, to: address.host, isNext: false) }
  }

  /// Whether any server said anything. If not, it is this machine that is not connected.
  package static func hasReachedAnybody(_ outcomes: [WebAddress: LinkOutcome]) -> Bool {
    outcomes.values.contains(where: \.isFromServer)
  }

  /// Starts what may start and takes what has arrived. Waits for a moment at most, so that others get their turn.
  ///
  /// - Returns: whether there is more to do.
  package mutating func advance() -> Bool {
    while let job = schedule.start(now: transport.now) { transport.start(probes[job].request, id: job) }
    if schedule.isDone { return false }
    let moment = transport.now + 0.2
    for (job, answer) in transport.wait(until: min(schedule.nextStart() ?? moment, moment)) { take(answer, of: job) }
    return true
  }

  private mutating func take(_ answer: LinkAnswer, of job: Int) {
    let host = probes[job].request.address.host
    if let pause = pause(askedBy: answer) {
      schedule.finish(host, readyAt: transport.now + max(pause, options.spacing))
      strikes[host, default: 0] += 1
      queue(job, to: host, isNext: true)
      let isTooLong = pause > options.longestPause
      if isTooLong { close(host, answer) } else { closeIfHopeless(host, answer) }
      return
    }
    schedule.finish(host, readyAt: transport.now + options.spacing)
    if case .timeout = answer.kind { strikes[host, default: 0] += 1 } else { strikes[host] = 0 }
    if let outcome = probes[job].take(answer) {
      outcomes[addresses[job]] = outcome
    } else {
      queue(job, to: probes[job].request.address.host, isNext: true)
    }
    // A name that leads nowhere leads nowhere for every page.
    if answer.kind == .noSuchHost { close(host, answer) } else { closeIfHopeless(host, answer) }
  }

  /// How long a server wants to be left alone.
  private func pause(askedBy answer: LinkAnswer) -> Double? {
    guard case .status(let status) = answer.kind, status == 429 || status == 503 else { return nil }
    let told = answer.retryAfter.flatMap { RetryAfter.seconds($0, date: answer.date) }
    // A plain 503 is a server in trouble, not one that asks for time.
    return told ?? (status == 429 ? options.pauseAfterRefusal : nil)
  }

  private mutating func queue(_ job: Int, to host: String, isNext: Bool) {
    guard let closed = schedule.add(job, to: host, isNext: isNext) else { return }
    outcomes[addresses[job]] = closed
  }

  private mutating func closeIfHopeless(_ host: String, _ answer: LinkAnswer) {
    if strikes[host, default: 0] >= options.patience { close(host, answer) }
  }

  /// What waits for the host is not asked any more.
  private mutating func close(_ host: String, _ answer: LinkAnswer) {
    let outcome: LinkOutcome =
      switch answer.kind {
      case .noSuchHost: LinkOutcome(.failed, "no-such-host")
      case .status(let number): .unknown(String(number))
      default: .unknown("timeout")
      }
    for job in schedule.close(host, outcome) { outcomes[addresses[job]] = outcome }
  }
}
