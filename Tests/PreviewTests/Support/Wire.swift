#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A connection to this machine that sends whatever it is told to, and knows nothing of HTTP.
final class Wire {
  /// A test that waits longer than this has failed.
  static let patience: Int32 = 20_000

  struct NotConnected: Error {}

  private(set) var socket: Int32

  /// - Parameter receiveBuffer: bytes that the system takes in before anybody reads them.
  init(port: Int, receiveBuffer: Int32? = nil) throws {
    #if canImport(Glibc)
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard socket >= 0 else { throw NotConnected() }
    if var size = receiveBuffer {
      setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      close(socket)
      throw NotConnected()
    }
  }

  deinit { end() }

  func end() {
    if socket >= 0 { close(socket) }
    socket = -1
  }

  /// Takes back what was sent: the other end sees a reset.
  func reset() {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    end()
  }

  func endSending() { shutdown(socket, Int32(SHUT_WR)) }

  /// false if the other end takes no more.
  @discardableResult func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      guard canSend() else { return false }
      let count = sendSome(bytes[sent...])
      if count < 0 {
        guard errno == EAGAIN || errno == EINTR else { return false }
      } else {
        sent += count
      }
    }
    return true
  }

  /// Waits until the other end has thrown the connection away.
  func isReset() -> Bool { wait(for: 0) }

  func canSend(patience: Int32 = Wire.patience) -> Bool { wait(for: POLLOUT, patience) }

  /// As much as the system takes at once; less than nothing if that is impossible.
  func sendSome(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBytes {
      #if canImport(Glibc)
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      #else
        Darwin.send(socket, $0.baseAddress, $0.count, MSG_DONTWAIT)
      #endif
    }
  }

  @discardableResult func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Some bytes; empty at the end, nil if nothing comes.
  func read(_ count: Int = 65_536, patience: Int32 = Wire.patience) -> [UInt8]? {
    guard wait(for: POLLIN, patience) else { return nil }
    var buffer = [UInt8](repeating: 0, count: count)
    let got = recv(socket, &buffer, count, 0)
    return got > 0 ? Array(buffer[..<got]) : []
  }

  /// Everything until the other end closes; nil if it does not.
  func readToEnd() -> [UInt8]? {
    var all: [UInt8] = []
    while let bytes = read() {
      if bytes.isEmpty { return all }
      all += bytes
    }
    return nil
  }

  /// Everything until the text has come; nil if it does not.
  func read(until text: String, after before: [UInt8] = []) -> [UInt8]? {
    var all = before
    let wanted = Array(text.utf8)
    while !all.contains(wanted) {
      guard let bytes = read(), !bytes.isEmpty else { return nil }
      all += bytes
    }
    return all
  }

  private func wait(for event: some BinaryInteger, _ patience: Int32 = Wire.patience) -> Bool {
    var descriptor = pollfd(fd: socket, events: Int16(event), revents: 0)
    return poll(&descriptor, 1, patience) > 0
  }
}
