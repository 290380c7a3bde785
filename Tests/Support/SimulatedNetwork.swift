import ExternalLinks

/// A network that a test makes up, with a clock of its own: nothing waits, and every second is exact.
package final class SimulatedNetwork: LinkTransport {
  /// One request, from when to when.
  package struct Asked: Sendable {
    package let request: LinkRequest
    package let start: Double
    package let end: Double
  }

  package private(set) var now = 0.0
  package private(set) var asked: [Asked] = []
  private var running: [(id: Int, end: Double, answer: LinkAnswer)] = []
  private let answer: (LinkRequest, Int) -> (LinkAnswer, seconds: Double)

  /// - Parameter answer: what servers say to a request, given how often the same was asked before, and after how long.
  package init(_ answer: @escaping (LinkRequest, Int) -> (LinkAnswer, seconds: Double)) { self.answer = answer }

  /// Servers that take a tenth of a second for everything.
  package convenience init(_ answer: @escaping (LinkRequest) -> LinkAnswer) {
    self.init { request, _ in (answer(request), 0.1) }
  }

  package func start(_ request: LinkRequest, id: Int) {
    let (said, seconds) = answer(request, asked.count { $0.request == request })
    asked.append(Asked(request: request, start: now, end: now + seconds))
    running.append((id, now + seconds, said))
  }

  package func wait(until time: Double) -> [(id: Int, answer: LinkAnswer)] {
    now = max(now, min(time, running.map(\.end).min() ?? time))
    let ended = running.filter { $0.end <= now }
    running.removeAll { $0.end <= now }
    return ended.map { ($0.id, $0.answer) }
  }
}
