import NIOCore
import NIOPosix
import Synchronization

/// The site as it is now. Swapped as a whole, from any thread.
final class Shown: Sendable {
  private let current: Mutex<ServedSite>

  init(_ site: PreviewSite) { current = Mutex(ServedSite(site, generation: 1)) }

  var site: ServedSite { current.withLock { $0 } }

  func show(_ site: PreviewSite) {
    // Read outside the lock, since nobody can be answered meanwhile.
    var next = ServedSite(site, generation: 0)
    current.withLock { shown in
      next.generation = shown.generation + 1
      shown = next
    }
  }
}

/// What all connections share. Lives on the server's event loop.
final class Room {
  let limits: PreviewServer.Limits
  let hosts: OwnHosts
  let shown: Shown
  let pool: NIOThreadPool
  let hub: EventHub
  let connections: Connections

  init(limits: PreviewServer.Limits, hosts: OwnHosts, shown: Shown, pool: NIOThreadPool, loop: any EventLoop) {
    self.limits = limits
    self.hosts = hosts
    self.shown = shown
    self.pool = pool
    hub = EventHub(shown: shown, pool: pool, loop: loop)
    connections = Connections(most: limits.connections)
  }
}
