extension Output {
  /// What the search finds pages with, a language at a time (`Search/SearchIndex.swift`); the page itself is a generated one.
  static let search = Output(name: "search") { rendering in
    rendering.search.sorted { $0.key < $1.key }.flatMap(\.value.files)
  }
}
