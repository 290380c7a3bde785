import Synchronization

/// Applies `transform` to every index below `count` on `threads` workers.
///
/// - Returns: the results in the order of the indices, whatever the workers did. Each worker takes chunks off a shared
///   counter; one task an item would cost more than a small page.
package func parallelMap<T: Sendable>(
  _ count: Int, threads: Int, _ transform: @escaping @Sendable (Int) -> T
) async -> [T] {
  guard threads > 1, count > 1 else { return (0..<count).map(transform) }
  let chunk = max(1, min(32, count / (threads * 4)))
  let counter = Counter()
  return await withTaskGroup(of: [(start: Int, results: [T])].self) { group in
    for _ in 0..<threads {
      group.addTask {
        var done: [(start: Int, results: [T])] = []
        while true {
          let start = counter.take(chunk)
          guard start < count else { return done }
          done.append((start, (start..<min(start + chunk, count)).map(transform)))
        }
      }
    }
    var parts: [(start: Int, results: [T])] = []
    for await part in group { parts += part }
    return parts.sorted { $0.start < $1.start }.flatMap(\.results)
  }
}

/// Hands out ranges of indices to workers.
private final class Counter: Sendable {
  private let next = Atomic<Int>(0)

  func take(_ count: Int) -> Int { next.wrappingAdd(count, ordering: .relaxed).oldValue }
}
