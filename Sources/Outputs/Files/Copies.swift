extension Output {
  /// Pictures and other files that stand beside pages, as they are.
  static let copies = Output(name: nil) { rendering in
    rendering.site.assets.map { OutputTree.File($1, .copy(of: $0)) }
  }
}
