import Hashing

/// Tells whether the words that a person signed are the words of today.
///
/// SHA-256 over the title, a line feed, the description (empty if there is none), a line feed, and the bytes of the file
/// after its front matter. So tags, places in the menu and the review itself may change without a new review, and what a
/// reader reads may not. docs/authoring.md says the same for people who want to check it by hand.
package enum Fingerprint {
  package static let prefix = "sha256:"

  /// - Parameters:
  ///   - page: as it was read from `source`.
  ///   - source: the page's file.
  package static func of(_ page: ParsedPage, source: [UInt8]) -> String {
    let head = page.frontMatter.title.text + "\n" + (page.frontMatter.description?.text ?? "") + "\n"
    return prefix + SHA256.hex(Array(head.utf8) + source.dropFirst(page.bodyOffset))
  }

  /// Whether a text can be a fingerprint at all.
  package static func isOne(_ text: String) -> Bool {
    let digits = text.dropFirst(prefix.count)
    return text.hasPrefix(prefix) && digits.utf8.count == 64
      && digits.utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || ($0 >= 97 && $0 <= 102) }
  }
}
