import Diagnostics
import Markdown

/// One page as its file has it. Depends on that file and the settings only, so it may be kept as long as both stay.
package struct ParsedPage: Sendable {
  /// Path from the project's root, such as `content/risks/bladder.md`.
  package let path: String
  package let frontMatter: FrontMatter
  package let document: Document
}
