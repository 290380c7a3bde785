/// Each page's place: its section, the pages of its own section, the page before and the page after.
struct Navigation {
  private(set) var parent: [Int?]
  private(set) var children: [[Int]]
  private(set) var previous: [Int?]
  private(set) var next: [Int?]

  /// - Parameter pages: sorted by path, which is the order of pages without an `order` of their own.
  init(_ pages: [ParsedPage], _ pageByPath: [String: Int], _ settings: Settings) {
    let homes = settings.languages.dropFirst().map { "content/\($0.tag)/index.md" }
    parent = pages.map { homes.contains($0.path) ? nil : Navigation.section(of: $0.path, pageByPath) }
    children = Array(repeating: [], count: pages.count)
    previous = Array(repeating: nil, count: pages.count)
    next = Array(repeating: nil, count: pages.count)
    for (i, section) in parent.enumerated() { if let section { children[section].append(i) } }
    for section in children.indices where children[section].count > 1 {
      // Sorting is stable only by intent, so the index settles ties.
      children[section].sort { a, b in
        (pages[a].frontMatter.order ?? Int.max, a) < (pages[b].frontMatter.order ?? Int.max, b)
      }
    }
    for home in pages.indices where parent[home] == nil {
      for section in children[home] where !children[section].isEmpty { chain(readingOrder(from: section)) }
    }
  }

  /// The page that opens the folder of `path`, or the nearest folder above that has one.
  private static func section(of path: String, _ pageByPath: [String: Int]) -> Int? {
    var parts = path.split(separator: "/").dropLast()
    if path.hasSuffix("/index.md") { parts = parts.dropLast() }
    while !parts.isEmpty {
      if let found = pageByPath[parts.joined(separator: "/") + "/index.md"] { return found }
      parts = parts.dropLast()
    }
    return nil
  }

  /// A section's opening page, then its pages, each with its own pages after it.
  private func readingOrder(from section: Int) -> [Int] {
    var order: [Int] = []
    var waiting = [section]
    while let page = waiting.popLast() {
      order.append(page)
      waiting += children[page].reversed()
    }
    return order
  }

  private mutating func chain(_ order: [Int]) {
    for (a, b) in zip(order, order.dropFirst()) {
      next[a] = b
      previous[b] = a
    }
  }
}
