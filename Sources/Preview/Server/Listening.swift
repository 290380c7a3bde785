import NIOCore
import NIOHTTP1
import NIOPosix

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the preview listens, and what becomes of who calls.
enum Listening {
  /// How many ports are tried if the first is taken.
  private static let ports = 50

  /// - Throws: `PreviewServer.Failure`.
  static func address(of options: PreviewServer.Options) throws -> SocketAddress {
    guard (0...65_535).contains(options.port) else {
      throw PreviewServer.Failure(description: "\(options.port) is no port: those go from 1 to 65535")
    }
    do {
      return try SocketAddress.makeAddressResolvingHost(options.host, port: options.port)
    } catch {
      throw PreviewServer.Failure(description: "no address is known for the host \(options.host)")
    }
  }

  /// - Throws: `PreviewServer.Failure`.
  static func bind(
    _ address: SocketAddress, _ options: PreviewServer.Options, _ bootstrap: ServerBootstrap, _ room: NIOLoopBound<Room>
  ) async throws -> any Channel {
    let bootstrap = prepared(bootstrap, room)
    let last = options.isStrictPort || options.port == 0 ? options.port : min(options.port + ports, 65_535)
    for port in options.port...last {
      var address = address
      address.port = port
      do {
        return try await bootstrap.bind(to: address).get()
      } catch let error as IOError where error.errnoCode == EADDRINUSE {
        continue
      } catch let error as IOError where error.errnoCode == EACCES {
        throw PreviewServer.Failure(description: "port \(port) may only be opened by an administrator")
      } catch let error as IOError where error.errnoCode == EADDRNOTAVAIL {
        throw PreviewServer.Failure(description: "\(options.host) is no address of this machine")
      } catch {
        throw PreviewServer.Failure(description: "cannot listen on \(options.host), port \(port): \(error)")
      }
    }
    throw PreviewServer.Failure(
      description: options.port == last
        ? "port \(options.port) is taken" : "the ports from \(options.port) to \(last) are all taken")
  }

  /// As it stands in an address. What means "all of this machine" is no place to go to, and browsers match no policy with
  /// an address of IPv6.
  static func name(of host: String) -> String {
    switch host {
    case "0.0.0.0": "127.0.0.1"
    case "::", "::1": "localhost"
    default: host.contains(":") ? "[\(host)]" : host
    }
  }

  private static func prepared(_ bootstrap: ServerBootstrap, _ room: NIOLoopBound<Room>) -> ServerBootstrap {
    bootstrap
      .serverChannelOption(.backlog, value: 1024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // What waits in the system's memory for or from somebody slow is bounded too.
      .serverChannelOption(.socketOption(.so_rcvbuf), value: 65_536)
      .serverChannelOption(.maxMessagesPerRead, value: 16)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { Descriptors.closeOnExec(channel) }
      }
      .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
      .childChannelOption(.socketOption(.so_sndbuf), value: 131_072)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try welcome(channel, room.value) }
      }
  }

  private static func welcome(_ channel: any Channel, _ room: Room) throws {
    Descriptors.closeOnExec(channel)
    let standing = room.connections.admit(channel)
    channel.closeFuture.assumeIsolated().whenComplete { _ in room.connections.remove(channel) }
    let gate = HeadGate(limits: room.limits, standing: standing)
    try channel.pipeline.syncOperations.addHandlers([
      gate, HTTPResponseEncoder(), ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes)),
      Connection(room: room, gate: gate, standing: standing),
    ])
  }
}

extension SocketAddress {
  /// Whether only this machine can reach it.
  var isLoopback: Bool {
    switch self {
    case .v4(let address): UInt32(bigEndian: address.address.sin_addr.s_addr) >> 24 == 127
    case .v6: ipAddress == "::1"
    case .unixDomainSocket: true
    }
  }
}
