import NIOCore
import NIOHTTP1
import NIOPosix

/// One connection: requests in, answers out, one after the other.
final class Connection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let room: Room
  private let gate: HeadGate
  private let standing: Standing
  private var staysOpen = false
  private var sender: Sender?
  private var isListening = false

  init(room: Room, gate: HeadGate, standing: Standing) {
    self.room = room
    self.gate = gate
    self.standing = standing
  }

  func handlerAdded(context: ChannelHandlerContext) {
    sender = Sender(context, gate: gate, patience: room.limits.progress)
  }

  func channelInactive(context: ChannelHandlerContext) {
    sender?.stop()
    // An answer that is still being made has nowhere to go.
    sender = nil
    if isListening { room.hub.close(self) }
    context.fireChannelInactive()
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) { sender?.pump() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      // After an upgrade that we do not take part in, the parser would read no more.
      staysOpen = head.isKeepAlive && head.version == .http1_1 && !head.headers.contains(name: "upgrade")
      do {
        try answer(Request(head, to: room.hosts), context)
      } catch {
        refuse(error, isHead: head.method == .HEAD)
      }
    case .body, .end:
      // There is no body: a head that announces one was refused.
      break
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if let refusal = event as? Refusal { refuse(refusal) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch error {
    case HTTPParserError.invalidMethod: refuse(.method)
    case HTTPParserError.invalidVersion: refuse(.version)
    case HTTPParserError.headerOverflow: refuse(.headTooLarge)
    case is HTTPParserError: refuse(.malformed)
    default: context.close(promise: nil)
    }
  }

  /// Sends events to the page that is open at the other end; too slow a reader loses the connection instead of filling
  /// memory.
  func send(event: String) {
    guard let sender else { return }
    if sender.unsent > room.limits.unsentEvents {
      sender.channel.close(promise: nil)
    } else {
      sender.send(part: event)
    }
  }

  private func answer(_ request: Request, _ context: ChannelHandlerContext) {
    let site = room.shown.site
    // A page may take a while to be made, and others shall not wait for it.
    room.pool.runIfActive(eventLoop: context.eventLoop) { site.outcome(of: request) }
      .assumeIsolated().whenSuccess { [self] outcome in
        switch outcome {
        case .answer(let answer): send(answer, isHead: request.isHead)
        case .events(let page): listen(to: page)
        }
      }
  }

  private func refuse(_ refusal: Refusal, isHead: Bool = false) {
    staysOpen = false
    send(refusal.answer, isHead: isHead)
  }

  private func send(_ answer: Answer, isHead: Bool) {
    sender?.send(answer, isHead: isHead, thenCloses: !staysOpen)
  }

  private func listen(to page: OpenPage) {
    guard let sender else { return }
    let channel = sender.channel
    guard !gate.isInputClosed else { return channel.close(promise: nil) }
    isListening = true
    standing.sendsEvents()
    standing.onInputClosed = { channel.close(promise: nil) }
    sender.begin(
      HTTPHeaders([
        ("Content-Type", "text/event-stream"), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
      ]))
    room.hub.open(self, page)
  }
}
