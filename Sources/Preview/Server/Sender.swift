import NIOCore
import NIOHTTP1

/// Sends answers as fast as the other end takes them, and gives up when it takes nothing.
final class Sender {
  private typealias Part = HTTPServerResponsePart

  let channel: any Channel
  private let context: ChannelHandlerContext
  private let gate: HeadGate
  /// After how much time without progress the connection is closed.
  private let patience: TimeAmount
  private var body: [UInt8] = []
  private var left = 0..<0
  private var closes = false
  private var isSending = false
  private var isPumping = false
  private var watch: Scheduled<Void>?

  private static let piece = 65_536
  /// How often progress is looked at while time runs out.
  private static let looks = 4

  init(_ context: ChannelHandlerContext, gate: HeadGate, patience: TimeAmount) {
    self.context = context
    self.gate = gate
    self.patience = patience
    channel = context.channel
  }

  /// Bytes that wait for the other end to take them.
  var unsent: Int {
    let buffered = try? channel.syncOptions?.getOption(.bufferedWritableBytes)
    return left.count + (buffered ?? 0)
  }

  func send(_ answer: Answer, isHead: Bool, thenCloses closes: Bool) {
    // After the last answer nothing may follow.
    guard !isSending, !self.closes else { return }
    isSending = true
    self.closes = closes
    var headers = answer.headers
    headers.replaceOrAdd(name: "Content-Length", value: String(answer.part.count))
    if closes { headers.add(name: "Connection", value: "close") }
    write(.head(HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers)))
    body = answer.body
    left = isHead ? 0..<0 : answer.part
    watchProgress()
    pump()
  }

  /// Begins an answer that has no end.
  func begin(_ headers: HTTPHeaders) {
    write(.head(HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)))
    context.flush()
    watchProgress()
  }

  func send(part: String) {
    write(.body(.byteBuffer(ByteBuffer(string: part))))
    context.flush()
  }

  /// Sends on as long as there is room.
  func pump() {
    guard isSending, !isPumping else { return }
    isPumping = true
    while !left.isEmpty, channel.isWritable {
      let piece = left.prefix(Self.piece)
      write(.body(.byteBuffer(ByteBuffer(bytes: body[piece]))))
      left = piece.upperBound..<left.upperBound
      context.flush()
    }
    isPumping = false
    if left.isEmpty { end() }
  }

  func stop() {
    watch?.cancel()
    watch = nil
  }

  private func end() {
    isSending = false
    body = []
    let isSent = context.eventLoop.makePromise(of: Void.self)
    // Which may be at once, and the next answer with it.
    isSent.futureResult.assumeIsolated().whenSuccess { [self] in
      stop()
      if closes { gate.close() } else { gate.next() }
    }
    context.writeAndFlush(NIOAny(Part.end(nil)), promise: isSent)
  }

  private func write(_ part: Part) { context.write(NIOAny(part), promise: nil) }

  private func watchProgress(before: Int = 0, looksInVain: Int = 0) {
    let time = TimeAmount.nanoseconds(patience.nanoseconds / Int64(Self.looks))
    watch = context.eventLoop.assumeIsolated().scheduleTask(in: time) { [self] in
      let now = unsent
      let looksInVain = now == before && now > 0 ? looksInVain + 1 : 0
      if looksInVain >= Self.looks {
        channel.close(promise: nil)
      } else {
        watchProgress(before: now, looksInVain: looksInVain)
      }
    }
  }
}
