import Diagnostics

enum Collisions {
  /// Every address that two things want, in the order of the second's path.
  ///
  /// Also a file and a folder of one name: `a` and `a/b` cannot both be on a disk.
  static func find(
    _ pages: [Page], _ assets: [String: String], _ aliases: [Site.Alias], _ generated: [GeneratedPage],
    _ tags: [Site.Tag]
  ) -> [Site.Collision] {
    var taken: [String: SourceLocation] = [:]
    var folders: [String: SourceLocation] = [:]
    var found: [Site.Collision] = []
    func take(_ address: String, _ location: SourceLocation, isAlias: Bool = false) {
      let key = lowercased(Site.file(at: address))
      let above = above(key)
      if let first = taken[key] ?? folders[key] ?? above.lazy.compactMap({ taken[$0] }).first {
        found.append(Site.Collision(address: address, first: first, second: location, isAlias: isAlias))
        return
      }
      taken[key] = location
      for folder in above where folders[folder] == nil { folders[folder] = location }
    }
    take("manifest.sha256", SourceLocation(file: "sitegen's list of files"))
    for page in generated { take(page.address, SourceLocation(file: "sitegen's \(name(of: page.kind))")) }
    for tag in tags { take(tag.address, place(of: tag, pages)) }
    for page in pages { take(page.address, SourceLocation(file: page.path)) }
    for (path, address) in assets.sorted(by: { $0.key < $1.key }) { take(address, SourceLocation(file: path)) }
    for alias in aliases { take(alias.address, alias.location, isAlias: true) }
    return found
  }

  /// Nearly every address is in lower case already, and then nothing is made.
  private static func lowercased(_ address: String) -> String {
    address.utf8.contains { $0 >= 128 || ($0 >= 65 && $0 <= 90) } ? address.lowercased() : address
  }

  /// The folders that a file stands in: `a` and `a/b` for `a/b/c`.
  private static func above(_ file: String) -> [String] {
    file.utf8.indices.filter { file.utf8[$0] == UInt8(ascii: "/") }.map { String(file[..<$0]) }
  }

  private static func place(of tag: Site.Tag, _ pages: [Page]) -> SourceLocation {
    let uses = tag.pages.flatMap { pages[$0].frontMatter.tags }.filter { $0.text == tag.id }.map(\.location)
    return uses.min() ?? SourceLocation(file: "sitegen's page of the tag '\(tag.id)'")
  }

  private static func name(of kind: GeneratedPage.Kind) -> String {
    switch kind {
    case .glossary: "glossary"
    case .references: "list of references"
    case .topics: "list of topics"
    case .index: "A to Z"
    case .search: "search"
    case .notFound: "page for what is not found"
    }
  }
}
