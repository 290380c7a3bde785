import NIOCore
import NIOPosix

/// Tells open pages what became of them. Lives on the server's event loop; what pages are now is found out elsewhere, once
/// for all that show the same one.
final class EventHub {
  private struct Subscriber {
    var connection: Connection
    var page: OpenPage
    var isWaiting = true
  }

  private let shown: Shown
  private let pool: NIOThreadPool
  private let loop: any EventLoop
  private var subscribers: [ObjectIdentifier: Subscriber] = [:]
  /// What open pages were when somebody was last told, by their paths.
  private var snapshots: [String: PageSnapshot] = [:]
  private var isLooking = false

  init(shown: Shown, pool: NIOThreadPool, loop: any EventLoop) {
    self.shown = shown
    self.pool = pool
    self.loop = loop
  }

  func open(_ connection: Connection, _ page: OpenPage) {
    connection.send(event: "retry: 500\n\n")
    subscribers[ObjectIdentifier(connection)] = Subscriber(connection: connection, page: page)
    look()
  }

  func close(_ connection: Connection) {
    guard let gone = subscribers.removeValue(forKey: ObjectIdentifier(connection)) else { return }
    let path = gone.page.target.path
    if !subscribers.values.contains(where: { $0.page.target.path == path }) { snapshots[path] = nil }
  }

  /// There is another site.
  func tellAll() {
    for id in subscribers.keys { subscribers[id]?.isWaiting = true }
    look()
  }

  /// A comment now and then, so that nobody on the way takes the connection for dead, and we notice if it is.
  func beat() {
    for subscriber in subscribers.values { subscriber.connection.send(event: ":\n\n") }
  }

  private func look() {
    let waiting = subscribers.filter(\.value.isWaiting)
    guard !isLooking, !waiting.isEmpty else { return }
    isLooking = true
    for id in waiting.keys { subscribers[id]?.isWaiting = false }
    let site = shown.site
    let before = snapshots
    let targets = Dictionary(waiting.values.map { ($0.page.target.path, $0.page.target) }, uniquingKeysWith: { $1 })
    pool.runIfActive(eventLoop: loop) { PageSnapshot.take(of: targets, in: site, before: before) }
      .assumeIsolated().whenSuccess { [self] news in
        tell(news, to: Array(waiting.keys))
        isLooking = false
        look()
      }
  }

  private func tell(_ news: [String: PageSnapshot.News], to waiting: [ObjectIdentifier]) {
    for id in waiting {
      // It may have gone meanwhile.
      guard let subscriber = subscribers[id], let news = news[subscriber.page.target.path] else { continue }
      let told = subscriber.page.bytes
      // What cannot be made stays as it is: the page shows why over what it has.
      let bytes = news.snapshot?.hash ?? told
      let styles = told == news.styles?.from ? news.styles?.changed ?? [] : []
      subscribers[id]?.page.bytes = bytes
      subscriber.connection.send(event: news.state.event(bytes: bytes, styles: styles))
    }
    for subscriber in subscribers.values {
      let path = subscriber.page.target.path
      if let snapshot = news[path]?.snapshot { snapshots[path] = snapshot }
    }
  }
}
