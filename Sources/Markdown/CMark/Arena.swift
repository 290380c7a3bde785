import CCMarkGFM
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Memory for one page's C tree, per thread, all given back at once when the page is done.
///
/// cmark asks for thousands of small pieces a page. Taking them from a block and never freeing one by one is worth a
/// fifth of the whole page path. cmark's own arena is one for the whole process, so it does not serve several threads.
/// The functions below are what `cmark_mem` wants; they find their arena by a thread-specific key.
struct Arena {
  /// Bytes before each piece that hold its size, so that `realloc` knows how much to copy; keeps 16-byte alignment.
  private static let header = 16
  private static let blockSize = 1 << 20

  private var blocks: [UnsafeMutableRawPointer] = []
  private var large: [UnsafeMutableRawPointer] = []
  private var next: UnsafeMutableRawPointer?
  private var left = 0
  private var used = 0

  /// The key of each thread's arena, which is freed when its thread ends.
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let made = pthread_key_create(&key) { pointer in
      guard let pointer: UnsafeMutableRawPointer = pointer else { return }
      let arena = pointer.assumingMemoryBound(to: Arena.self)
      arena.pointee.freeBlocks()
      arena.deinitialize(count: 1)
      arena.deallocate()
    }
    guard made == 0 else { preconditionFailure("no thread-specific key left") }
    madeKey.store(UInt(key), ordering: .relaxed)
    return key
  }()

  /// `key` again, without asking at each of thousands of allocations a page whether it has been made.
  private static let madeKey = Atomic<UInt>(0)

  /// Runs `body` with this thread's arena. Everything `cmark_mem` handed out is gone afterwards; the blocks stay for
  /// the thread's next page, since fresh ones cost a page fault every 4 kB.
  static func with<T>(_ body: (UnsafeMutablePointer<cmark_mem>) throws -> T) rethrows -> T {
    if pthread_getspecific(key) == nil {
      let arena = UnsafeMutablePointer<Arena>.allocate(capacity: 1)
      arena.initialize(to: Arena())
      pthread_setspecific(key, arena)
    }
    defer { current.pointee.rewind() }
    var memory = cmark_mem(
      calloc: { count, size in Arena.current.pointee.take(count * size, zeroed: true) },
      realloc: { old, size in Arena.current.pointee.grow(old, to: size) },
      free: { _ in })
    return try body(&memory)
  }

  private static var current: UnsafeMutablePointer<Arena> {
    guard let pointer = pthread_getspecific(pthread_key_t(madeKey.load(ordering: .relaxed))) else {
      preconditionFailure("cmark called outside Arena.with")
    }
    return pointer.assumingMemoryBound(to: Arena.self)
  }

  private mutating func take(_ size: Int, zeroed: Bool) -> UnsafeMutableRawPointer {
    let need = (size + 15) & ~15 + Arena.header
    if need > left { refill(need) }
    guard let piece = next else { preconditionFailure("arena without a block") }
    piece.storeBytes(of: size, as: Int.self)
    next = piece + need
    left -= need
    let result = piece + Arena.header
    if zeroed { memset(result, 0, size) }
    return result
  }

  private mutating func grow(_ old: UnsafeMutableRawPointer?, to size: Int) -> UnsafeMutableRawPointer {
    guard let old else { return take(size, zeroed: false) }
    let before = (old - Arena.header).load(as: Int.self)
    if size <= before { return old }
    let result = take(size, zeroed: false)
    memcpy(result, old, before)
    return result
  }

  private mutating func refill(_ need: Int) {
    if need > Arena.blockSize {
      guard let block = malloc(need) else { preconditionFailure("out of memory") }
      large.append(block)
      next = block
      left = need
      return
    }
    if used == blocks.count {
      guard let block = malloc(Arena.blockSize) else { preconditionFailure("out of memory") }
      blocks.append(block)
    }
    next = blocks[used]
    left = Arena.blockSize
    used += 1
  }

  private mutating func rewind() {
    for block in large { free(block) }
    large.removeAll(keepingCapacity: true)
    used = 0
    next = nil
    left = 0
  }

  private mutating func freeBlocks() {
    rewind()
    for block in blocks { free(block) }
    blocks.removeAll()
  }
}
