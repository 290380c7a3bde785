/// Gives reports the bytes of a file that a diagnostic points into.
package struct Excerpts: Sendable {
  private let root: String

  package init(root: String) { self.root = root }

  /// nil if the file cannot be read any more.
  package func bytes(_ path: String) -> [UInt8]? {
    try? FileSystem.read(path.hasPrefix("/") ? path : root + "/" + path)
  }
}
