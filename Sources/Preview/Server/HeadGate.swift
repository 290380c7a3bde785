import NIOCore

/// Stands before the parser: lets through one whole head at a time, within bounds and in time, and the next one only when
/// the one before it is answered. Meanwhile nothing is read, so that what somebody sends ahead waits at their end.
final class HeadGate: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = IOData
  typealias OutboundOut = IOData

  private enum State {
    case waiting, answering
    /// Whatever comes is thrown away until the other end has closed too.
    case closing
  }

  private let limits: PreviewServer.Limits
  private let standing: Standing
  private var state = State.waiting
  private var buffer = ByteBuffer()
  private var lines: HeadLines
  private var isLettingThrough = false
  private var isReadHeld = false
  /// Whether the other end has said that it sends no more.
  private(set) var isInputClosed = false
  private var deadline: Scheduled<Void>?
  private var context: ChannelHandlerContext?

  init(limits: PreviewServer.Limits, standing: Standing) {
    self.limits = limits
    self.standing = standing
    lines = HeadLines(limits.heads)
  }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) {
    deadline?.cancel()
    self.context = nil
  }

  func channelActive(context: ChannelHandlerContext) {
    expectHead(within: limits.head)
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard state != .closing else { return }
    var bytes = unwrapInboundIn(data)
    let isFirst = buffer.readableBytes == 0
    buffer.writeBuffer(&bytes)
    guard state == .waiting else { return }
    // The first request's time began with the connection.
    if isFirst, standing.requests > 0 { expectHead(within: limits.head) }
    letThrough()
  }

  func read(context: ChannelHandlerContext) {
    if state == .answering {
      isReadHeld = true
    } else {
      context.read()
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard let event = event as? ChannelEvent, event == .inputClosed else {
      return context.fireUserInboundEventTriggered(event)
    }
    // The parser only ever sees whole heads, so that this end means nothing to it.
    isInputClosed = true
    if state != .answering { context.close(promise: nil) } else { standing.onInputClosed?() }
  }

  /// The request that was let through has been answered.
  func next() {
    guard state == .answering else { return }
    state = .waiting
    standing.waits()
    if !isLettingThrough { letThrough() }
    if state == .waiting, isReadHeld {
      isReadHeld = false
      context?.read()
    }
  }

  /// No more requests from here. What still comes is read and thrown away for a moment, since closing with bytes unread
  /// would take back the answer as well.
  func close() {
    guard let context, state != .closing else { return }
    state = .closing
    buffer.clear()
    deadline?.cancel()
    if isInputClosed { return context.close(promise: nil) }
    context.close(mode: .output, promise: nil)
    deadline = context.eventLoop.assumeIsolated().scheduleTask(in: limits.lingering) { context.close(promise: nil) }
    context.read()
  }

  private func letThrough() {
    isLettingThrough = true
    defer { isLettingThrough = false }
    while state == .waiting, let context {
      switch lines.scan(buffer.readableBytesView) {
      case .unfinished:
        if isInputClosed { return context.close(promise: nil) }
        if standing.requests > 0, deadline == nil {
          expectHead(within: buffer.readableBytes == 0 ? limits.idle : limits.head)
        }
        return
      case .whole(let count):
        guard let head = buffer.readSlice(length: count) else { return }
        buffer.discardReadBytes()
        lines = HeadLines(limits.heads)
        begin()
        context.fireChannelRead(wrapInboundOut(head))
      case .refused(let refusal):
        begin()
        context.fireUserInboundEventTriggered(refusal)
      }
    }
  }

  private func begin() {
    state = .answering
    standing.answers()
    deadline?.cancel()
    deadline = nil
  }

  /// An absolute time: a byte now and then does not put it off.
  private func expectHead(within time: TimeAmount) {
    deadline?.cancel()
    guard let context else { return }
    deadline = context.eventLoop.assumeIsolated().scheduleTask(in: time) { [self] in
      guard state == .waiting else { return }
      if buffer.readableBytes == 0 { return context.close(promise: nil) }
      begin()
      context.fireUserInboundEventTriggered(Refusal.tooSlow)
    }
  }
}
