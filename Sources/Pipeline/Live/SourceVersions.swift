/// Which input files have changed since somebody last looked.
///
/// A file whose signature (`FileSystem.Signature`) is as before has not changed, unless it was written so shortly before that
/// look that another write could have left the same times: clocks of file systems tick slowly. Such a file is read, and its
/// bytes are compared by their hash. What wakes the preview up does not matter here, so a lost event costs nothing.
struct SourceVersions {
  private struct Seen {
    var signature: FileSystem.Signature?
    /// Whether a later write would surely show in the signature.
    var isSettled: Bool
    /// Of the bytes that were read; nil if they were not.
    var hash: Int?
    var isEmpty: Bool
  }

  /// Nanoseconds after which a file that was emptied counts as empty.
  private static let longestPause: Int64 = 500_000_000

  /// Larger files count as changed whenever they may have.
  private static let largestRead: Int64 = 4 << 20

  /// Files that are new, gone or changed since `take`.
  private(set) var changed: Set<String> = []
  /// A number for each path, which grows when the file changes.
  private(set) var versions: [String: UInt64] = [:]
  /// The bytes of files that had to be read, by path. Whoever reads one of them has to take these, so that what was read is
  /// what the hash was made of.
  private var pinned: [String: [UInt8]] = [:]
  /// Whether a file was emptied a moment ago, as many programs do right before they write it. Worth another look soon.
  private(set) var isWriting = false
  private var seen: [String: Seen] = [:]
  private var last: UInt64 = 0
  private let root: String

  /// - Parameter root: the folder that paths start from.
  init(root: String) { self.root = root }

  /// - Parameter paths: all input files that are there now.
  mutating func look(at paths: [String]) {
    let now = FileSystem.clockNanoseconds()
    isWriting = false
    for path in paths { look(at: path, now) }
    guard versions.count > paths.count else { return }
    let there = Set(paths)
    for path in Array(versions.keys) where !there.contains(path) {
      versions[path] = nil
      seen[path] = nil
      pinned[path] = nil
      changed.insert(path)
    }
  }

  /// Tells that what has changed is being read: from now on later changes are collected.
  ///
  /// - Returns: what has changed, and the bytes that were pinned.
  mutating func take() -> (changed: Set<String>, pinned: [String: [UInt8]]) {
    defer { (changed, pinned) = ([], [:]) }
    return (changed, pinned)
  }

  private mutating func look(at path: String, _ now: Int64) {
    let full = FileSystem.path(path, in: root)
    let signature = FileSystem.signature(of: full)
    let old = seen[path]
    defer {
      if let signature, now - signature.modified < Self.longestPause, seen[path]?.isEmpty == true { isWriting = true }
    }
    if let old, old.signature == signature, old.isSettled { return }
    let isSettled = signature?.isSettled(at: now) ?? true
    var hash: Int?
    if old != nil || !isSettled, let signature, signature.size <= Self.largestRead {
      let bytes = try? FileSystem.read(full)
      hash = bytes?.hashValue
      pinned[path] = bytes
    }
    let isSame = hash != nil && hash == old?.hash
    if !isSame {
      last += 1
      versions[path] = last
      changed.insert(path)
    }
    seen[path] = Seen(
      signature: signature, isSettled: isSettled, hash: hash, isEmpty: pinned[path]?.isEmpty ?? false)
  }
}
