/// The difference of two texts as `diff -u` and git print it (POSIX.1-2017, diff, "-U" option).
package enum UnifiedDiff {
  private static let context = 3
  /// Differences beyond this many lines are shown as one block: the walk takes time in their square.
  private static let limit = 2000

  /// - Parameters:
  ///   - old: name of the old text, as the head shows it.
  /// - Returns: nothing if both are the same.
  package static func render(_ before: [UInt8], _ after: [UInt8], old: String, new: String) -> String {
    if before == after { return "" }
    let a = lines(of: before)
    let b = lines(of: after)
    let changes = changes(a, b)
    var text = "--- \(old)\n+++ \(new)\n"
    var i = 0
    while i < changes.count {
      // Changes whose context touches share a hunk.
      var last = i
      while last + 1 < changes.count, changes[last + 1].a.lowerBound - changes[last].a.upperBound <= 2 * context {
        last += 1
      }
      text += hunk(changes[i...last], a, b)
      i = last + 1
    }
    return text
  }

  /// Lines that are replaced by others; either range may be empty.
  private struct Change {
    var a: Range<Int>
    var b: Range<Int>
  }

  private static func hunk(_ changes: ArraySlice<Change>, _ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>]) -> String
  {
    guard let first = changes.first, let last = changes.last else { return "" }
    let start = max(0, first.a.lowerBound - context)
    let end = min(a.count, last.a.upperBound + context)
    let startB = first.b.lowerBound - (first.a.lowerBound - start)
    let endB = last.b.upperBound + (end - last.a.upperBound)
    var text = "@@ -\(place(start..<end)) +\(place(startB..<endB)) @@\n"
    var at = start
    for change in changes {
      for k in at..<change.a.lowerBound { text += line(" ", a[k]) }
      for k in change.a { text += line("-", a[k]) }
      for k in change.b { text += line("+", b[k]) }
      at = change.a.upperBound
    }
    for k in at..<end { text += line(" ", a[k]) }
    return text
  }

  private static func place(_ range: Range<Int>) -> String {
    let start = range.isEmpty ? range.lowerBound : range.lowerBound + 1
    return range.count == 1 ? "\(start)" : "\(start),\(range.count)"
  }

  private static func line(_ mark: String, _ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return bytes.last == 10 ? mark + text : "\(mark)\(text)\n\\ No newline at end of file\n"
  }

  /// With their line ends.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
      found.append(bytes[start..<end])
      start = end
    }
    return found
  }

  /// Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), the greedy form.
  private static func changes(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>]) -> [Change] {
    var head = 0
    while head < min(a.count, b.count), a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < min(a.count, b.count) - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
    let (n, m) = (a.count - head - tail, b.count - head - tail)
    let whole = [Change(a: head..<(head + n), b: head..<(head + m))]
    guard n > 0, m > 0 else { return whole }
    let most = min(n + m, limit)
    var reach = [Int](repeating: 0, count: 2 * most + 2)
    var trace: [[Int]] = []
    for d in 0...most {
      trace.append(reach)
      for k in stride(from: -d, through: d, by: 2) {
        let goesDown = k == -d || (k != d && reach[most + k - 1] < reach[most + k + 1])
        var x = goesDown ? reach[most + k + 1] : reach[most + k - 1] + 1
        while x < n, x - k < m, x - k >= 0, a[head + x] == b[head + x - k] { x += 1 }
        reach[most + k] = x
        if x >= n, x - k >= m { return path(trace, d, (n, m), most, head) }
      }
    }
    return whole
  }

  private static func path(_ trace: [[Int]], _ last: Int, _ end: (Int, Int), _ middle: Int, _ head: Int) -> [Change] {
    var (x, y) = end
    var found: [Change] = []
    for d in stride(from: last, to: 0, by: -1) {
      let reach = trace[d]
      let k = x - y
      let goesDown = k == -d || (k != d && reach[middle + k - 1] < reach[middle + k + 1])
      let before = goesDown ? k + 1 : k - 1
      let (fromX, fromY) = (reach[middle + before], reach[middle + before] - before)
      let change =
        goesDown
        ? Change(a: (head + fromX)..<(head + fromX), b: (head + fromY)..<(head + fromY + 1))
        : Change(a: (head + fromX)..<(head + fromX + 1), b: (head + fromY)..<(head + fromY))
      if let next = found.last, next.a.lowerBound == change.a.upperBound, next.b.lowerBound == change.b.upperBound {
        found[found.count - 1] = Change(
          a: change.a.lowerBound..<next.a.upperBound, b: change.b.lowerBound..<next.b.upperBound)
      } else {
        found.append(change)
      }
      (x, y) = (fromX, fromY)
    }
    return found.reversed()
  }
}
