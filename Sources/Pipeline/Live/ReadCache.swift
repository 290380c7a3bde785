import Content
import Diagnostics
import Mustache
import Outputs
import Synchronization

/// What was read of files that have not changed since, by path and version.
///
/// Right under these conditions: an entry depends on the bytes of its one file (pages also on the fields that the settings
/// add, so other fields empty it), and `begin` is told a new version of every file that may have changed, before anything is
/// read. A file that changes between those two is read with its new bytes under its old version; since its signature then
/// differs from the one that was seen, the next look gives it a new version, and it is read again. Where a signature could
/// hide such a change, the bytes were pinned when they were looked at, and no others are read.
final class ReadCache: Sendable {
  /// A page, and what is wrong with its file.
  struct ReadPage: Sendable {
    var page: ParsedPage
    var diagnostics: [Diagnostic]
  }

  private struct Kept<Value> {
    var version: UInt64
    var value: Value
  }

  private struct State {
    var versions: [String: UInt64] = [:]
    var pinned: [String: [UInt8]] = [:]
    var pages: [String: Kept<ReadPage>] = [:]
    var fields: [String: Settings.FieldKind] = [:]
    var data: [String: Kept<DataReader.ReadFile>] = [:]
    var bytes: [String: Kept<[UInt8]>] = [:]
    var byteCount = 0
    var templates: (versions: [String: UInt64], set: TemplateSet, diagnostics: [Diagnostic])?
  }

  /// Style sheets, templates and small pictures are kept; a folder full of films is not.
  private static let largestKept = 1 << 20
  private static let mostKept = 64 << 20

  private let state = Mutex(State())

  /// Tells which version each input file has now, and forgets those that have changed.
  ///
  /// - Parameter pinned: bytes that stand for what is on the disk, until `end`.
  func begin(_ versions: [String: UInt64], changed: Set<String>, pinned: [String: [UInt8]]) {
    state.withLock { state in
      state.versions = versions
      state.pinned = pinned
      for path in changed {
        state.pages[path] = nil
        state.data[path] = nil
        state.byteCount -= state.bytes.removeValue(forKey: path)?.value.count ?? 0
      }
    }
  }

  /// The bytes of a file that had to be read to see whether it has changed.
  func pinned(_ path: String) -> [UInt8]? { state.withLock { $0.pinned[path] } }

  /// Tells that all changed files were read.
  func end() { state.withLock { $0.pinned = [:] } }

  /// The same files, with the bytes of those that were read before. Pages are not among them: they are kept parsed.
  func tree(over tree: SourceTree) -> SourceTree {
    SourceTree(sorted: tree.paths) { [self] (path) throws(SourceTree.ReadError) in
      let (version, kept, pinned) = state.withLock { ($0.versions[path], $0.bytes[path], $0.pinned[path]) }
      if let kept, kept.version == version { return kept.value }
      let bytes: [UInt8]
      if let pinned { bytes = pinned } else { bytes = try tree.read(path) }
      if ProjectReader.isPage(path) { return bytes }
      guard let version, bytes.count <= Self.largestKept else { return bytes }
      state.withLock { state in
        guard state.versions[path] == version, state.byteCount + bytes.count <= Self.mostKept else { return }
        state.byteCount += bytes.count - (state.bytes[path]?.value.count ?? 0)
        state.bytes[path] = Kept(version: version, value: bytes)
      }
      return bytes
    }
  }

  /// Forgets all pages if the settings now know other fields of front matter.
  func expectPages(fields: [String: Settings.FieldKind]) {
    state.withLock { state in
      if state.fields != fields { state.pages = [:] }
      state.fields = fields
    }
  }

  func page(_ path: String, _ read: () -> ReadPage) -> ReadPage {
    let (version, kept) = state.withLock { ($0.versions[path], $0.pages[path]) }
    if let kept, kept.version == version { return kept.value }
    let page = read()
    if let version { state.withLock { $0.pages[path] = Kept(version: version, value: page) } }
    return page
  }

  func data(_ path: String, _ read: () -> DataReader.ReadFile) -> DataReader.ReadFile {
    let (version, kept) = state.withLock { ($0.versions[path], $0.data[path]) }
    if let kept, kept.version == version { return kept.value }
    let file = read()
    if let version { state.withLock { $0.data[path] = Kept(version: version, value: file) } }
    return file
  }

  /// Templates know each other by name, so all are compiled again when one has changed.
  func templates(in tree: SourceTree) -> (TemplateSet, [Diagnostic]) {
    let versions = state.withLock { state in
      state.versions.filter { $0.key.hasPrefix("templates/") && $0.key.hasSuffix(".html") }
    }
    if let kept = state.withLock({ $0.templates }), kept.versions == versions { return (kept.set, kept.diagnostics) }
    let (set, diagnostics) = Rendering.templates(in: tree)
    state.withLock { $0.templates = (versions, set, diagnostics) }
    return (set, diagnostics)
  }
}
