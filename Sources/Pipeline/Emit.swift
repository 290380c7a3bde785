import Content
import Diagnostics
import Outputs

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes an output tree to a folder, all of it or nothing.
///
/// Every file is made first, and put into a staging folder beside the output unless the output has those bytes already.
/// Only when all are there are they renamed into place: into a new folder by one rename, into an existing one file by
/// file, style sheets and pictures before the pages that need them. A build that fails or is killed leaves the old site,
/// file by file the old or the new one; the next build clears the rest away.
struct Emit {
  package struct Report: Sendable {
    package var written = 0
    package var unchanged = 0
    package var deleted = 0
    package var bytes = 0
  }

  private let tree: OutputTree
  private let inputs: SourceTree
  private let folder: OutputFolder
  private let staging: String

  init(_ tree: OutputTree, from inputs: SourceTree, to folder: OutputFolder) {
    self.tree = tree
    self.inputs = inputs
    self.folder = folder
    staging = Emit.staging(of: folder.path)
  }

  static func staging(of output: String) -> String {
    let slash = output.lastIndex(of: "/") ?? output.startIndex
    return output[...slash] + "." + output[output.index(after: slash)...] + ".sitegen-staging"
  }

  /// What became of one file on the way.
  private enum Made: Sendable {
    case same(hash: String, size: Int)
    case staged(hash: String, size: Int)
    case failed([Diagnostic])
    case broken(FailureText)
  }

  private struct FailureText: Sendable {
    var path: String
    var reason: String
  }

  /// - Returns: errors of templates, in which case nothing was written.
  func run(threads: Int, progress: Progress) async throws(EmitFailure) -> (Report, [Diagnostic]) {
    let lock = try prepareStaging()
    defer {
      try? FileSystem.removeTree(staging)
      close(lock)
    }
    progress.begin(.writing, total: tree.files.count)
    let made = await parallelMap(tree.files.count, threads: threads) { i in
      let result = make(i)
      progress.step()
      return result
    }
    var diagnostics: [Diagnostic] = []
    for case .failed(let found) in made { diagnostics += found }
    for case .broken(let failure) in made { throw EmitFailure(path: failure.path, reason: failure.reason) }
    if diagnostics.hasErrors() { return (Report(), diagnostics) }
    do throws(FileSystem.Failure) { return (try publish(made), diagnostics) } catch {
      throw EmitFailure(path: error.path, reason: error.reason)
    }
  }

  /// Makes an empty staging folder that this build alone uses.
  ///
  /// - Returns: an open file that holds the lock.
  private func prepareStaging() throws(EmitFailure) -> Int32 {
    do throws(FileSystem.Failure) { try FileSystem.makeFolder(staging) } catch {
      throw EmitFailure(path: error.path, reason: error.reason)
    }
    let lock = open(staging, O_RDONLY | O_CLOEXEC)
    guard lock >= 0 else { throw EmitFailure(path: staging, reason: FileSystem.Failure(staging).reason) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw EmitFailure(path: folder.path, reason: "another build is writing to it at this moment")
    }
    do throws(FileSystem.Failure) {
      for (name, _) in try FileSystem.names(in: staging) { if let name { try FileSystem.removeTree(staging + "/" + name) } }
    } catch {
      close(lock)
      throw EmitFailure(path: error.path, reason: error.reason)
    }
    return lock
  }

  /// Makes file `i`, and stages it unless the output folder has it.
  private func make(_ i: Int) -> Made {
    let file = tree.files[i]
    var bytes: [UInt8] = []
    switch file.content {
    case .made(let write):
      bytes.reserveCapacity(16 << 10)
      let found = write(&bytes)
      if !found.isEmpty { return .failed(found) }
    case .copy(let path):
      do throws(SourceTree.ReadError) { bytes = try inputs.read(path) } catch {
        return .failed([
          Diagnostic("input/unreadable", at: SourceLocation(file: path), "the file cannot be read: \(error.reason)")
        ])
      }
    }
    let hash = SHA256.hex(bytes)
    if folder.exists, FileSystem.holds(bytes, at: folder.path + "/" + file.path) { return .same(hash: hash, size: bytes.count) }
    do throws(FileSystem.Failure) {
      try stage(bytes, i)
    } catch {
      return .broken(FailureText(path: folder.path + "/" + file.path, reason: error.reason))
    }
    return .staged(hash: hash, size: bytes.count)
  }

  private func stage(_ bytes: [UInt8], _ i: Int) throws(FileSystem.Failure) {
    if folder.manifest != nil { return try FileSystem.write(bytes, to: staged(i)) }
    let path = staging + "/site/" + tree.files[i].path
    if let slash = path.lastIndex(of: "/") { try FileSystem.makeFolder(String(path[..<slash])) }
    try FileSystem.write(bytes, to: path)
  }

  private func staged(_ i: Int) -> String { "\(staging)/\(i)" }

  // MARK: Publishing

  private func publish(_ made: [Made]) throws(FileSystem.Failure) -> Report {
    var report = Report()
    var hashes: [String: String] = [:]
    var changed: [Int] = []
    for (i, result) in made.enumerated() {
      switch result {
      case .same(let hash, let size):
        hashes[tree.files[i].path] = hash
        report.unchanged += 1
        report.bytes += size
      case .staged(let hash, let size):
        hashes[tree.files[i].path] = hash
        report.written += 1
        report.bytes += size
        changed.append(i)
      case .failed, .broken: break
      }
    }
    let manifest = Manifest(hashes)
    guard let old = folder.manifest else {
      try FileSystem.makeFolder(staging + "/site")
      try FileSystem.write(manifest.bytes, to: staging + "/site/" + Manifest.fileName)
      try FileSystem.rename(staging + "/site", to: folder.path)
      return report
    }
    let stale = old.hashes.keys.filter { hashes[$0] == nil }.sorted()
    for path in tree.files.map(\.path) + stale where !folder.isReal(path) {
      // A stale file may stand where a folder is needed now; it goes first, below.
      if stale.contains(where: { path.hasPrefix($0 + "/") }) { continue }
      throw FileSystem.Failure(folder.path + "/" + path, ENOTDIR)
    }
    if !changed.isEmpty || !stale.isEmpty || old != manifest {
      // Until the end, both the old files and the new ones are sitegen's.
      try place(Manifest(old.hashes.merging(hashes) { _, new in new }).bytes, as: Manifest.fileName)
    }
    for path in stale where tree.files.contains(where: { $0.path.hasPrefix(path + "/") }) { try delete(path) }
    let assetsFirst = changed.filter { !tree.files[$0].path.hasSuffix(".html") } + changed.filter { tree.files[$0].path.hasSuffix(".html") }
    for i in assetsFirst {
      let path = folder.path + "/" + tree.files[i].path
      if let slash = path.lastIndex(of: "/") { try FileSystem.makeFolder(String(path[..<slash])) }
      try FileSystem.rename(staged(i), to: path)
    }
    for path in stale { try delete(path) }
    report.deleted = stale.count
    try place(manifest.bytes, as: Manifest.fileName)
    return report
  }

  private func place(_ bytes: [UInt8], as name: String) throws(FileSystem.Failure) {
    let path = folder.path + "/" + name
    if FileSystem.holds(bytes, at: path) { return }
    try FileSystem.write(bytes, to: staging + "/manifest")
    try FileSystem.rename(staging + "/manifest", to: path)
  }

  private func delete(_ path: String) throws(FileSystem.Failure) {
    try FileSystem.removeFile(folder.path + "/" + path)
    Emit.removeEmptyFolders(above: path, in: folder.path)
  }

  static func removeEmptyFolders(above path: String, in folder: String) {
    var parts = path.split(separator: "/").dropLast()
    while !parts.isEmpty, FileSystem.removeEmptyFolder(folder + "/" + parts.joined(separator: "/")) { parts = parts.dropLast() }
  }
}

/// The disk said no.
package struct EmitFailure: Error, Sendable {
  package let path: String
  package let reason: String
}
