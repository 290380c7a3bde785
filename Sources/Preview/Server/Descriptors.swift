import NIOCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Sockets are descriptors, and those of the preview are nobody else's.
enum Descriptors {
  /// Raises how many may be open to what the system lets us, within reason. Failing that, there are fewer connections.
  static func raiseLimit() {
    #if canImport(Glibc)
      let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let kind = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(kind, &limit) == 0 else { return }
    let wanted = min(limit.rlim_max, 65_536)
    guard limit.rlim_cur < wanted else { return }
    limit.rlim_cur = wanted
    setrlimit(kind, &limit)
  }

  /// Closes the socket when this process becomes another program, as it does after a crash of a check; NIO leaves it open.
  static func closeOnExec(_ channel: any Channel) {
    try? channel.pipeline.syncOperations.withUnsafeTransportIfAvailable { (socket: NIOBSDSocket.Handle) in
      _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
    }
  }
}
