#if canImport(Glibc)
  import Glibc
  import Synchronization

  /// Tells that something in some folders may have changed, by Linux's inotify(7).
  ///
  /// Says neither what nor where: whoever is woken looks for itself, so that a lost or doubled event does no harm. Events that
  /// come close together count as one: editors write a second file and rename it, and a `git checkout` writes a thousand.
  package final class FolderWatcher: Sendable {
    /// Why folders cannot be watched, in words that end a sentence.
    package struct Failure: Error, Sendable {
      package let reason: String
    }

    /// Milliseconds without an event after which a burst counts as over.
    private static let quiet: Int32 = 8
    /// Events in one burst that are waited for; a file that is written to without a pause must not keep all others waiting.
    private static let mostInBurst = 400

    private static let events = UInt32(
      IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
        | IN_MOVE_SELF)

    /// One element for each burst; bursts that nobody has taken yet are one.
    package let wakes: AsyncStream<Void>
    private let descriptor: Int32
    /// The highest number of anything watched.
    private let last = Atomic<Int32>(0)
    /// The writing end of a pipe; the thread ends when it is closed.
    private let end: Int32

    package init() throws(Failure) {
      descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      guard descriptor >= 0 else { throw Failure(reason: String(cString: strerror(errno))) }
      var pipe: [Int32] = [-1, -1]
      guard Glibc.pipe(&pipe) == 0 else {
        close(descriptor)
        throw Failure(reason: String(cString: strerror(errno)))
      }
      for file in pipe { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
      end = pipe[1]
      let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
      wakes = stream
      let loop = Loop(descriptor: descriptor, end: pipe[0], continuation: continuation)
      var thread = pthread_t()
      let code = pthread_create(
        &thread, nil,
        { argument in
          if let argument { Unmanaged<Loop>.fromOpaque(argument).takeRetainedValue().run() }
          return nil
        }, Unmanaged.passRetained(loop).toOpaque())
      guard code == 0 else { throw Failure(reason: String(cString: strerror(code))) }
      pthread_detach(thread)
    }

    /// Adds folders, each without those in it, and single files. What is watched already stays so.
    ///
    /// - Returns: whether any of them was not watched before.
    /// - Throws: if the system watches no more; what comes before is watched.
    package func watch(_ paths: [String]) throws(Failure) -> Bool {
      var highest: Int32 = 0
      for path in paths {
        let number = inotify_add_watch(descriptor, path, Self.events)
        highest = max(highest, number)
        // One that has gone again is told by the folder above it.
        if number >= 0 || errno == ENOENT || errno == ENOTDIR || errno == EACCES { continue }
        throw Failure(reason: errno == ENOSPC ? "the system watches no more folders" : String(cString: strerror(errno)))
      }
      // The system counts up for every new one.
      return last.exchange(max(highest, last.load(ordering: .relaxed)), ordering: .relaxed) < highest
    }

    deinit { close(end) }

    /// Waits for events on a thread of its own, since waiting would take one from everybody else.
    private final class Loop: Sendable {
      private let descriptor: Int32
      private let end: Int32
      private let continuation: AsyncStream<Void>.Continuation

      init(descriptor: Int32, end: Int32, continuation: AsyncStream<Void>.Continuation) {
        self.descriptor = descriptor
        self.end = end
        self.continuation = continuation
      }

      func run() {
        while wait(-1) {
          take()
          var events = 1
          while events < mostInBurst, isMoreSoon() {
            take()
            events += 1
          }
          continuation.yield()
        }
        continuation.finish()
        close(descriptor)
        close(end)
      }

      /// - Returns: false when it is time to end.
      private func wait(_ milliseconds: Int32) -> Bool {
        var files = [
          pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0), pollfd(fd: end, events: Int16(POLLIN), revents: 0),
        ]
        while poll(&files, 2, milliseconds) < 0, errno == EINTR {}
        return files[1].revents == 0
      }

      private func isMoreSoon() -> Bool {
        var file = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&file, 1, quiet) > 0
      }

      /// Reads what has happened, and forgets it.
      private func take() {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while read(descriptor, &buffer, buffer.count) > 0 {}
      }

      private var quiet: Int32 { FolderWatcher.quiet }
      private var mostInBurst: Int { FolderWatcher.mostInBurst }
    }
  }
#endif
