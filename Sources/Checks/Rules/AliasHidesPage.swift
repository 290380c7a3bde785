import Content
import Diagnostics

extension Check {
  /// A former address that something else stands at.
  static let aliasHidesPage = Check(
    id: "content/alias-hides-page",
    scope: .site { site in
      site.collisions.lazy.filter(\.isAlias).map { collision in
        Diagnostic(
          "content/alias-hides-page", at: collision.second,
          "the alias '/\(collision.address)' is an address that is taken already", help: "remove the alias",
          notes: [.init("taken by", at: collision.first)])
      }
    })
}
