/// Who may be asked when: one request a host at a time, with a pause after each, and a handful of hosts side by side.
struct HostSchedule {
  private struct Host {
    var waiting: [Int] = []
    var isBusy = false
    var readyAt = -Double.infinity
    /// What everything else at it comes to, if nothing more is asked of it.
    var closed: LinkOutcome?
  }

  private let parallel: Int
  private var hosts: [String: Host] = [:]
  /// Hosts in the order in which they came up, so that nothing depends on hashes.
  private var order: [String] = []
  private var running = 0

  init(parallel: Int) { self.parallel = parallel }

  /// Whether nothing runs and nothing waits.
  var isDone: Bool { running == 0 && hosts.values.allSatisfy { $0.waiting.isEmpty } }

  /// - Parameter isNext: what is begun is finished before anything else of the host.
  /// - Returns: nil, or what the job comes to, since the host is not asked any more.
  mutating func add(_ job: Int, to host: String, isNext: Bool = false) -> LinkOutcome? {
    if hosts[host] == nil { order.append(host) }
    var entry = hosts[host] ?? Host()
    if let closed = entry.closed { return closed }
    entry.waiting.insert(job, at: isNext ? 0 : entry.waiting.count)
    hosts[host] = entry
    return nil
  }

  /// A job that may run now, which then counts as running; nil if none may.
  mutating func start(now: Double) -> Int? {
    guard running < parallel, let next = nextHost(), next.readyAt <= now else { return nil }
    running += 1
    hosts[next.name]?.isBusy = true
    return hosts[next.name]?.waiting.removeFirst()
  }

  /// When a job may start whose turn has not come; nil if a request has to end first.
  func nextStart() -> Double? { running < parallel ? nextHost()?.readyAt : nil }

  private func nextHost() -> (name: String, readyAt: Double)? {
    var found: (name: String, readyAt: Double)?
    for name in order {
      guard let host = hosts[name], !host.isBusy, !host.waiting.isEmpty else { continue }
      if found.map({ host.readyAt < $0.readyAt }) ?? true { found = (name, host.readyAt) }
    }
    return found
  }

  /// A request to the host has ended; the next may start at `readyAt`.
  mutating func finish(_ host: String, readyAt: Double) {
    running -= 1
    hosts[host]?.isBusy = false
    hosts[host]?.readyAt = readyAt
  }

  /// Asks nothing more of a host.
  ///
  /// - Returns: the jobs that were waiting for it.
  mutating func close(_ host: String, _ outcome: LinkOutcome) -> [Int] {
    let left = hosts[host]?.waiting ?? []
    hosts[host]?.waiting = []
    hosts[host]?.closed = outcome
    return left
  }
}
