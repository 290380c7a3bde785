/// Gives reports the bytes of a file that a diagnostic points into.
package struct Excerpts: Sendable {
  private let root: String
  private let built: [String: [UInt8]]

  /// - Parameter built: files of the output that may be on no disk.
  package init(root: String, built: [String: [UInt8]] = [:]) {
    self.root = root
    self.built = built
  }

  /// nil if the file cannot be read any more.
  package func bytes(_ path: String) -> [UInt8]? {
    built[path] ?? (try? FileSystem.read(FileSystem.path(path, in: root)))
  }
}
