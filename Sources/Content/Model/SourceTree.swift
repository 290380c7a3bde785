import Diagnostics

/// Every input file by path, and how to read it.
///
/// Paths are relative to the project's root, use `/` and are sorted by their bytes. Nothing is read before a stage asks:
/// pages are read by the thread that parses them, images only when their size is wanted.
package struct SourceTree: Sendable {
  /// Why a file gave no bytes, in words that end a sentence, such as "permission denied".
  package struct ReadError: Error, Sendable {
    package var reason: String
    package init(reason: String) { self.reason = reason }

    /// What to tell of the file at `path`.
    package func diagnostic(_ path: String) -> Diagnostic {
      Diagnostic("input/unreadable", at: SourceLocation(file: path), "the file cannot be read: \(reason)")
    }
  }

  package let paths: [String]
  package let read: @Sendable (String) throws(ReadError) -> [UInt8]

  package init(paths: [String], read: @escaping @Sendable (String) throws(ReadError) -> [UInt8]) {
    self.paths = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.read = read
  }

  /// - Parameter paths: sorted by their bytes.
  package init(sorted paths: [String], read: @escaping @Sendable (String) throws(ReadError) -> [UInt8]) {
    self.paths = paths
    self.read = read
  }

  /// A tree that lives in memory.
  package init(_ files: [String: String]) {
    self.init(paths: Array(files.keys)) { (path) throws(ReadError) in
      guard let text = files[path] else { throw ReadError(reason: "no such file") }
      return Array(text.utf8)
    }
  }

  /// Paths below `folder` (with its trailing `/`).
  package func paths(under folder: String) -> [String] { paths.filter { $0.hasPrefix(folder) } }
}
