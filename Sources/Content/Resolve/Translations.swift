/// Which pages are the same page in other languages: those at the same path below their language's folder.
struct Translations: Sendable {
  private let groups: [String: [Int]]
  private let keys: [String]

  init(_ pages: [ParsedPage], _ languages: [String], _ settings: Settings) {
    guard settings.languages.count > 1 else {
      (groups, keys) = ([:], [])
      return
    }
    keys = zip(pages, languages).map { page, language in
      String(Addresses.address(ofPage: page.path).dropFirst(Addresses.prefix(of: language, settings).count))
    }
    groups = Dictionary(grouping: pages.indices, by: { [keys] in keys[$0] })
  }

  /// The other pages of page `i`'s group.
  func of(_ i: Int) -> [Int] {
    guard i < keys.count else { return [] }
    return (groups[keys[i]] ?? []).filter { $0 != i }
  }
}
