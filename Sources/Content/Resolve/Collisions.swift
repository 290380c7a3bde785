import Diagnostics

enum Collisions {
  /// Every address that two things want, in the order of the second's path.
  static func find(
    _ pages: [Page], _ assets: [String: String], _ aliases: [Site.Alias], _ generated: [GeneratedPage],
    _ tags: [Site.Tag]
  ) -> [Site.Collision] {
    var taken: [String: SourceLocation] = [:]
    var found: [Site.Collision] = []
    func take(_ address: String, _ location: SourceLocation, isAlias: Bool = false) {
      let key = address.lowercased()
      if let first = taken[key] {
        found.append(Site.Collision(address: address, first: first, second: location, isAlias: isAlias))
      } else {
        taken[key] = location
      }
    }
    for page in generated { take(page.address, SourceLocation(file: "sitegen's \(page.kind.rawValue) page")) }
    for tag in tags { take(tag.address, SourceLocation(file: "sitegen's page of the tag '\(tag.id)'")) }
    for page in pages { take(page.address, SourceLocation(file: page.path, line: 1, column: 1)) }
    for (path, address) in assets.sorted(by: { $0.key < $1.key }) { take(address, SourceLocation(file: path)) }
    for alias in aliases { take(alias.address, alias.location, isAlias: true) }
    return found
  }
}
