import Content
import Diagnostics

extension Check {
  /// A former address that something else stands at.
  static let aliasHidesPage = Check(
    "content/alias-hides-page", .error,
    .init(
      finds: "A former address in `aliases` that another page or file stands at today.",
      why: "Readers who follow an old link would land on the wrong page, or the redirect would never be made.",
      bad: ["content/page.md": "---\ntitle: Page\naliases: [/other/]\n---\nText.\n", "content/other.md": "Text.\n"],
      good: ["content/page.md": "---\ntitle: Page\naliases: [/former/]\n---\nText.\n", "content/other.md": "Text.\n"]),
    scope: .site { input in
      let site = input.site
      return site.collisions.lazy.filter(\.isAlias).map { collision in
        Finding(
          at: collision.second,
          "the alias '/\(collision.address)' is an address that is taken already", help: "remove the alias",
          notes: [.init("taken by", at: collision.first)])
      }
    })
}
