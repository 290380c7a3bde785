/// Finds the name an author probably meant.
package enum NearMiss {
  /// The candidate nearest to `name`, or nil if none is near: at most a third of its letters may differ.
  ///
  /// Distance is Damerau-Levenshtein's restricted form (optimal string alignment) over Unicode scalars, without regard
  /// to ASCII case. Ties go to the candidate that sorts first, so the answer never depends on the order given.
  package static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 200 else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      let limit = max(1, max(wanted.count, other.count) / 3)
      guard abs(wanted.count - other.count) <= limit, other.count <= 200 else { continue }
      let found = distance(wanted, other)
      guard found <= limit else { continue }
      if let current = best, (current.distance, current.candidate) <= (found, candidate) { continue }
      best = (found, candidate)
    }
    return best?.candidate
  }

  /// The candidate that `name` can only be a slip of: one letter differs, or two in a long name, and no other candidate is
  /// as near. Near enough to be put right without asking.
  package static func slip(of name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    let limit = wanted.count < 4 ? 0 : wanted.count < 9 ? 1 : 2
    guard limit > 0, wanted.count <= 200 else { return nil }
    var best: (distance: Int, candidate: String)?
    var isAlone = true
    for candidate in candidates where candidate != name {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(wanted.count - other.count) <= limit else { continue }
      let found = distance(wanted, other)
      guard found <= limit, found <= best?.distance ?? limit else { continue }
      isAlone = found < best?.distance ?? .max
      best = (found, candidate)
    }
    return isAlone ? best?.candidate : nil
  }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], beforeLast[j - 2] + 1) }
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
