import NIOCore

/// All open connections, so that there are never too many. Lives on the server's event loop.
final class Connections {
  private let most: Int
  private var open: [ObjectIdentifier: Standing] = [:]
  private var count = 0

  init(most: Int) { self.most = most }

  /// Takes a new connection in. If there are too many, the one that has been idle longest goes: whoever opens thousands
  /// and says nothing loses them, and the newest is answered.
  func admit(_ channel: any Channel) -> Standing {
    if open.count >= most, let idlest = open.values.min(by: { $0.rank < $1.rank }) {
      open[ObjectIdentifier(idlest.channel)] = nil
      idlest.channel.close(promise: nil)
    }
    let standing = Standing(channel) { [self] in
      count += 1
      return count
    }
    open[ObjectIdentifier(channel)] = standing
    return standing
  }

  func remove(_ channel: any Channel) { open[ObjectIdentifier(channel)] = nil }

  func closeAll() {
    for standing in open.values { standing.channel.close(promise: nil) }
  }
}

/// What one connection is doing, for the choice of which to close.
final class Standing {
  private enum Work: Int { case waiting, answering, events }

  let channel: any Channel
  /// How many requests were let through.
  private(set) var requests = 0
  /// Told when the other end sends no more while it is being answered.
  var onInputClosed: (() -> Void)?
  private let tick: () -> Int
  private var work = Work.waiting
  private var since: Int

  init(_ channel: any Channel, tick: @escaping () -> Int) {
    self.channel = channel
    self.tick = tick
    since = tick()
  }

  /// Lower is closed sooner: what waits for a request, also in the middle of its head, before what is being answered, and
  /// open pages last; of these, what has been at it longest.
  var rank: (Int, Int) { (work.rawValue, since) }

  func waits() { be(.waiting) }

  func answers() {
    requests += 1
    be(.answering)
  }

  func sendsEvents() { be(.events) }

  private func be(_ work: Work) {
    self.work = work
    since = tick()
  }
}
