import Content
import Diagnostics

extension Check {
  /// Two files that would stand at one address.
  static let duplicateAddress = Check(
    "content/duplicate-address", .error,
    .init(
      finds: "Two files that would stand at the same address.",
      why: "Only one of them can be published, and nobody could say which.",
      bad: ["content/a.md": "Text.\n", "content/a/index.md": "Text.\n"],
      good: ["content/a.md": "Text.\n", "content/b/index.md": "Text.\n"]),
    scope: .site { input in
      let site = input.site
      return site.collisions.lazy.filter { !$0.isAlias }.map { collision in
        Finding(
          at: collision.second,
          "two files want the address '/\(collision.address)'",
          help: "rename one of them; upper and lower case count as the same",
          notes: [.init("the other is \(collision.first.file)", at: nil)])
      }
    })
}
