import Diagnostics
import Markdown

/// One page as its file has it. Depends on that file and the settings only, so it may be kept as long as both stay.
///
/// A class, though a value in all that matters: nothing in it ever changes. Passing it on costs one count instead of one
/// for each of the thirty things in it, which on ten thousand pages is a tenth of the build. `Page`, `Site` and
/// `Rendering` are classes for the same reason.
package final class ParsedPage: Sendable {
  /// Path from the project's root, such as `content/risks/bladder.md`.
  package let path: String
  package let frontMatter: FrontMatter
  package let document: Document
  /// Bytes before the text: the front matter with its marks.
  package let bodyOffset: Int
  /// Comments in the front matter and the text that ask checks to be silent.
  package let suppressions: [Suppression]

  package init(
    path: String, frontMatter: FrontMatter, document: Document, bodyOffset: Int = 0, suppressions: [Suppression] = []
  ) {
    self.path = path
    self.frontMatter = frontMatter
    self.document = document
    self.bodyOffset = bodyOffset
    self.suppressions = suppressions
  }

  /// Stands for a page that cannot be read. Why is reported once, so nothing more is asked of it.
  package static func unread(_ path: String) -> ParsedPage {
    let place = SourceLocation(file: path, line: 1, column: 1)
    return ParsedPage(path: path, frontMatter: FrontMatter(title: LocatedText(path, at: place)), document: Document())
  }

  package var isUnread: Bool { document.nodes.isEmpty }
}
