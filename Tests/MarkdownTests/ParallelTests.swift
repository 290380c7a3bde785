import Foundation
import Markdown
import Synchronization
import Testing

/// libcmark-gfm parses wrongly in parallel unless feed and finish stand behind one lock. The race shows on idle cores and
/// hides on busy ones, so many small documents go through many rounds.
struct ParallelTests {
  @Test func severalThreadsMakeWhatOneThreadMakes() {
    var generator = MarkdownGenerator(seed: 7)
    let sources = (0..<2000).map { _ in generator.document() } + ConstructDocuments.all.map { Array($0.utf8) }
    let wanted = sources.map(html)
    let threads = 4
    let rounds = 2
    let wrong = Counter()
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      var different = 0
      for round in 0..<rounds {
        for i in sources.indices {
          // Each thread starts elsewhere, so that they are never at the same document.
          let k = (i + (thread * rounds + round) * 97) % sources.count
          if html(sources[k]) != wanted[k] { different += 1 }
        }
      }
      wrong.add(different)
    }
    #expect(wrong.value == 0, "of \(threads * rounds * sources.count) documents")
  }

  private func html(_ source: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    HTMLWriter.write(Parser(file: "page.md").parse(source[...]).0, to: &out)
    return out
  }
}

private final class Counter: Sendable {
  private let count = Mutex(0)
  var value: Int { count.withLock { $0 } }
  func add(_ more: Int) { count.withLock { $0 += more } }
}
