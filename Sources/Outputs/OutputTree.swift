import Content
import Diagnostics

/// Every file of the built site by path, and how to make its bytes.
///
/// Nothing is made before it is asked for, so a site of any size needs memory for a few pages only, and a preview makes
/// just the page that is looked at.
package struct OutputTree: Sendable {
  package struct File: Sendable {
    package enum Content: Sendable {
      /// Appends the bytes; returns what went wrong on the way.
      case made(@Sendable (inout [UInt8]) -> [Diagnostic])
      /// The bytes of an input file.
      case copy(of: String)
      /// Put together from the other files.
      case gathered(Gathering)

      /// The bytes as far as they need no other file of the output; nil otherwise, or if they cannot be read.
      func bytes(from tree: SourceTree) -> [UInt8]? {
        var bytes: [UInt8] = []
        switch self {
        case .made(let write): _ = write(&bytes)
        case .copy(let path): return try? tree.read(path)
        case .gathered: return nil
        }
        return bytes
      }
    }

    /// Below the output folder, such as `risks/bladder/index.html`.
    package let path: String
    package let content: Content

    init(_ path: String, _ content: Content) {
      self.path = path
      self.content = content
    }

    /// A file whose bytes are known already.
    init(_ path: String, bytes: [UInt8]) {
      self.init(
        path,
        .made { out in
          out.append(contentsOf: bytes)
          return []
        })
    }
  }

  /// Sorted by path.
  package let files: [File]
  /// What is wrong before any file is made.
  package let diagnostics: [Diagnostic]
}
