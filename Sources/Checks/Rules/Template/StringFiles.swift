import Content

/// The texts of the interface in one language: each by its path, such as `help.now`.
struct StringTexts {
  /// Paths in the order of the file, each with the places of the keys that lead to it.
  private(set) var entries: [(path: String, keys: [LocatedText])] = []

  init(_ node: DataNode) { add(node, []) }

  private mutating func add(_ node: DataNode, _ above: [LocatedText]) {
    for entry in node.entries ?? [] {
      let keys = above + [LocatedText(entry.key, at: entry.keyLocation)]
      if entry.value.entries == nil {
        entries.append((keys.map(\.text).joined(separator: "."), keys))
      } else {
        add(entry.value, keys)
      }
    }
  }
}
