import Diagnostics

/// Collects a mapping's entries; a key that comes again is reported and left out.
struct UniqueEntries {
  private(set) var all: [DataNode.Entry] = []
  /// Only for mappings so large that looking through all keys would take long.
  private var indices: [String: Int] = [:]

  init() { all.reserveCapacity(8) }

  mutating func add(_ entry: DataNode.Entry) -> Diagnostic? {
    if let first = index(of: entry.key) {
      return Diagnostic(
        "data/duplicate-key", at: entry.keyLocation, "the key `\(entry.key)` is given twice",
        help: "remove one of them", notes: [Diagnostic.Note("first given here", at: all[first].keyLocation)])
    }
    all.append(entry)
    if all.count == 16 {
      for (index, entry) in all.enumerated() { indices[entry.key] = index }
    } else if all.count > 16 {
      indices[entry.key] = all.count - 1
    }
    return nil
  }

  private func index(of key: String) -> Int? {
    if all.count >= 16 { return indices[key] }
    return all.firstIndex { $0.key == key }
  }
}
