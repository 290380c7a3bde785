#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A web server on the loopback interface that says, and does, whatever a test wants. It has no thread of its own: it
/// moves when `work()` is called, so that client and server share one.
final class MisbehavingServer {
  /// What it does with one request, in order; then it closes the connection.
  enum Step {
    case send(String)
    /// Sends one byte now and then, for ever the same text.
    case drip(String)
    /// Sends the text again and again, as fast as it is taken.
    case flood(String)
    /// Keeps the connection and says nothing.
    case hang
  }

  struct Request: Equatable {
    let method: String
    let path: String
    let headers: String
  }

  struct Failure: Error { let code = errno }

  private struct Connection {
    let socket: Int32
    var received: [UInt8] = []
    var steps: [Step]?
    /// Bytes of the first step that are sent.
    var sent = 0
  }

  let port: Int
  private(set) var requests: [Request] = []
  private(set) var bytesSent = 0
  private let listener: Int32
  private let behaviour: (Request) -> [Step]
  private var connections: [Connection] = []
  private var turns = 0

  init(_ behaviour: @escaping (Request) -> [Step]) throws {
    self.behaviour = behaviour
    let opened = try Self.listening()
    (listener, port) = (opened.socket, opened.port)
  }

  deinit {
    for connection in connections { close(connection.socket) }
    close(listener)
  }

  /// A port at which nobody listens.
  static func refusedPort() throws -> Int {
    let opened = try listening()
    close(opened.socket)
    return opened.port
  }

  private static func listening() throws -> (socket: Int32, port: Int) {
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    let socket = socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && listen(socket, 64) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard socket >= 0, isOpen, fcntl(socket, F_SETFL, O_NONBLOCK) == 0 else { throw Failure() }
    return (socket, Int(UInt16(bigEndian: address.sin_port)))
  }

  /// Takes and sends what can be taken and sent without waiting.
  func work() {
    turns += 1
    while case let socket = accept(listener, nil, nil), socket >= 0 {
      _ = fcntl(socket, F_SETFL, O_NONBLOCK)
      #if !canImport(Glibc)
        var on: Int32 = 1
        setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
      #endif
      connections.append(Connection(socket: socket))
    }
    connections = connections.compactMap { connection in
      var connection = connection
      if take(&connection), give(&connection) { return connection }
      close(connection.socket)
      return nil
    }
  }

  /// - Returns: whether the connection goes on.
  private func take(_ connection: inout Connection) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = recv(connection.socket, &buffer, buffer.count, 0)
    if count == 0 || count < 0 && errno != EAGAIN && errno != EWOULDBLOCK { return false }
    guard count > 0, connection.steps == nil else { return true }
    connection.received += buffer.prefix(count)
    if connection.received.first == 0x16 {
      // TLS, which it does not speak.
      connection.steps = [.send("HTTP/1.1 400 Bad Request\r\n\r\n")]
      return true
    }
    let text = String(decoding: connection.received, as: UTF8.self)
    guard text.utf8.suffix(4).elementsEqual("\r\n\r\n".utf8) else { return true }
    let words = text.prefix { !$0.isNewline }.split(separator: " ")
    guard words.count == 3 else { return false }
    let request = Request(method: String(words[0]), path: String(words[1]), headers: text.lowercased())
    requests.append(request)
    connection.steps = behaviour(request)
    return true
  }

  private func give(_ connection: inout Connection) -> Bool {
    while let step = connection.steps?.first {
      switch step {
      case .hang: return true
      case .drip(let text):
        // A few bytes a second.
        if turns % 20 == 0 {
          let bytes = Array(text.utf8)
          _ = send(bytes[(connection.sent % bytes.count)...].prefix(1), connection.socket)
          connection.sent += 1
        }
        return true
      case .flood(let text):
        let bytes = Array(text.utf8)
        let rest = bytes[(connection.sent % bytes.count)...]
        let more = rest + Array(repeatElement(bytes, count: 16_000 / bytes.count).joined())
        guard let count = send(more, connection.socket) else { return false }
        connection.sent += count
        return true
      case .send(let text):
        let rest = Array(text.utf8).dropFirst(connection.sent)
        guard let count = send(rest, connection.socket) else { return false }
        connection.sent += count
        if count < rest.count { return true }
        connection.sent = 0
        connection.steps?.removeFirst()
      }
    }
    return connection.steps == nil
  }

  /// - Returns: how many bytes were taken; nil if the connection is closed.
  private func send(_ bytes: ArraySlice<UInt8>, _ socket: Int32) -> Int? {
    #if canImport(Glibc)
      let flags = Int32(MSG_NOSIGNAL)
    #else
      let flags: Int32 = 0
    #endif
    let count = bytes.withUnsafeBytes { systemSend(socket, $0.baseAddress, $0.count, flags) }
    if count < 0 { return errno == EAGAIN || errno == EWOULDBLOCK ? 0 : nil }
    bytesSent += count
    return count
  }
}

private func systemSend(_ socket: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
  send(socket, bytes, count, flags)
}
