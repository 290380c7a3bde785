import Content
import Diagnostics

extension Check {
  /// Two files that would stand at one address.
  static let duplicateAddress = Check(
    id: "content/duplicate-address",
    scope: .site { site in
      site.collisions.lazy.filter { !$0.isAlias }.map { collision in
        Diagnostic(
          "content/duplicate-address", at: collision.second,
          "two files want the address '/\(collision.address)'",
          help: "rename one of them; upper and lower case count as the same",
          notes: [.init("the other is \(collision.first.file)", at: nil)])
      }
    })
}
