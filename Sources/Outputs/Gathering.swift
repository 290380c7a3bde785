import Diagnostics

/// How a file comes about that is put together from the others, such as an archive of the site.
///
/// In two steps, so that the others need not be made a second time, nor be in memory all at once: a part of each while it
/// is at hand, on any thread, then the whole of these parts.
package struct Gathering: Sendable {
  /// What the whole needs of the file at `path`; nil if it leaves that file out.
  package let part: @Sendable (_ path: String, _ bytes: [UInt8]) -> [UInt8]?
  /// Appends the bytes of the whole, from the parts in the order of the tree's files; returns what went wrong.
  package let whole: @Sendable (_ parts: [(path: String, part: [UInt8])], _ out: inout [UInt8]) -> [Diagnostic]
}

extension OutputTree {
  /// Makes a gathered file from nothing, for when only this one is asked for.
  ///
  /// - Parameter read: the bytes of an input file; nil if it cannot be read.
  package static func make(
    _ gathering: Gathering, from files: [File], read: (String) -> [UInt8]?, to out: inout [UInt8]
  ) -> [Diagnostic] {
    var parts: [(path: String, part: [UInt8])] = []
    for file in files {
      var bytes: [UInt8] = []
      switch file.content {
      case .made(let write):
        let problems = write(&bytes)
        if !problems.isEmpty { return problems }
      case .copy(let source):
        guard let read = read(source) else { continue }
        bytes = read
      case .gathered: continue
      }
      if let part = gathering.part(file.path, bytes) { parts.append((file.path, part)) }
    }
    return gathering.whole(parts, &out)
  }
}
