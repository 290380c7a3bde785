import NIOCore
import NIOHTTP1
import NIOPosix

/// Serves a site from memory on this machine, and tells open pages when it changes. See docs/preview.md.
package final class PreviewServer: Sendable {
  package struct Options: Sendable {
    /// Address or name to listen on.
    package var host = "127.0.0.1"
    /// 0 for any that is free.
    package var port = 8080
    /// Whether another port will not do if this one is taken.
    package var isStrictPort = false
    package var limits = Limits()

    package init(host: String = "127.0.0.1", port: Int = 8080, isStrictPort: Bool = false) {
      self.host = host
      self.port = port
      self.isStrictPort = isStrictPort
    }
  }

  /// What the server puts up with.
  package struct Limits: Sendable {
    /// Sizes of a request's head.
    var heads = HeadLines.Limits()
    var connections = 512
    /// How long the head of a request may take, from its first byte or from the opening of the connection.
    var head = TimeAmount.seconds(10)
    /// How long a connection may be silent between requests.
    var idle = TimeAmount.seconds(30)
    /// How long an answer may wait for the other end to take any of it.
    var progress = TimeAmount.seconds(20)
    /// How long the other end may take to close after the last answer.
    var lingering = TimeAmount.seconds(1)
    /// How often an open page hears something.
    var heartbeat = TimeAmount.seconds(15)
    /// Bytes of events that may wait for the other end to take them.
    var unsentEvents = 1_048_576

    package init() {}
  }

  /// Why there is no preview.
  package struct Failure: Error, CustomStringConvertible {
    /// One sentence without a full stop.
    package let description: String
  }

  package let port: Int
  private let host: String
  private let shown: Shown
  private let group: MultiThreadedEventLoopGroup
  private let pool: NIOThreadPool
  private let listener: any Channel
  private let room: NIOLoopBound<Room>
  private let heartbeat: RepeatedTask

  /// Where to look at the site, such as `http://127.0.0.1:8080/ketamine/`.
  package var url: String { "http://\(host):\(port)\(shown.site.site.basePath)" }

  /// Binds and starts to answer.
  ///
  /// - Throws: `Failure`.
  package static func start(_ options: Options, showing site: PreviewSite) async throws -> PreviewServer {
    Descriptors.raiseLimit()
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let pool = NIOThreadPool(numberOfThreads: 2)
    pool.start()
    do {
      return try await PreviewServer(options, site, group, pool)
    } catch {
      try? await pool.shutdownGracefully()
      try? await group.shutdownGracefully()
      throw error
    }
  }

  private init(
    _ options: Options, _ site: PreviewSite, _ group: MultiThreadedEventLoopGroup, _ pool: NIOThreadPool
  ) async throws {
    self.group = group
    self.pool = pool
    let shown = Shown(site)
    self.shown = shown
    let loop = group.next()
    let address = try Listening.address(of: options)
    let hosts = OwnHosts(machineName: address.isLoopback ? nil : OwnHosts.nameOfThisMachine())
    let limits = options.limits
    let room = try await loop.submit {
      NIOLoopBound(Room(limits: limits, hosts: hosts, shown: shown, pool: pool, loop: loop), eventLoop: loop)
    }.get()
    self.room = room
    listener = try await Listening.bind(address, options, ServerBootstrap(group: group), room)
    port = listener.localAddress?.port ?? options.port
    host = Listening.name(of: options.host)
    heartbeat = loop.scheduleRepeatedTask(initialDelay: limits.heartbeat, delay: limits.heartbeat) { _ in
      room.value.hub.beat()
    }
  }

  /// Shows another state of the site from now on, and tells open pages. From any thread.
  package func show(_ site: PreviewSite) {
    shown.show(site)
    let room = room
    group.next().execute { room.value.hub.tellAll() }
  }

  /// Closes the port and all connections.
  package func stop() async {
    heartbeat.cancel()
    try? await listener.close()
    let room = room
    try? await group.next().submit { room.value.connections.closeAll() }.get()
    try? await pool.shutdownGracefully()
    try? await group.shutdownGracefully()
  }
}
