/// Puts staged files into place: all of them by one rename into a new folder, or file by file into an existing one,
/// style sheets and pictures before the pages that need them.
///
/// Nothing is touched before everything that can be foreseen has been looked at: links that lead out of the folder, and
/// files in it that sitegen did not make.
struct Publication {
  private let paths: [String]
  private let made: [Emit.Made]
  private let folder: OutputFolder
  private let staging: Staging
  /// Hash of every file of the new site.
  private var hashes: [String: String] = [:]
  /// Indices of the files that are to be put into place.
  private var changed: [Int] = []
  private var report = Emit.Report()

  /// - Parameters:
  ///   - paths: of the new site's files, below the folder.
  ///   - made: for each, what became of it.
  init(_ paths: [String], _ made: [Emit.Made], _ folder: OutputFolder, _ staging: Staging) {
    self.paths = paths
    self.made = made
    self.folder = folder
    self.staging = staging
    for (i, result) in made.enumerated() {
      switch result {
      case .same(let hash, let size):
        hashes[paths[i]] = hash
        report.unchanged += 1
        report.bytes += size
      case .staged(let hash, let size):
        hashes[paths[i]] = hash
        report.written += 1
        report.bytes += size
        changed.append(i)
      case .waiting, .failed, .broken: break
      }
    }
  }

  /// - Throws: `OutputRefusal`, `EmitFailure`.
  func run() throws -> Emit.Report {
    do {
      if let old = folder.manifest { return try update(old) }
      return staging.isForNewFolder ? try create() : try update(Manifest([:]))
    } catch let failure as FileSystem.Failure {
      throw EmitFailure(failure)
    }
  }

  /// A new folder.
  private func create() throws(FileSystem.Failure) -> Emit.Report {
    try FileSystem.makeFolder(staging.site)
    try FileSystem.write(Manifest(hashes).bytes, to: staging.site + "/" + Manifest.fileName)
    try FileSystem.rename(staging.site, to: folder.path)
    return report
  }

  /// A folder that holds an older site.
  private func update(_ old: Manifest) throws -> Emit.Report {
    let manifest = Manifest(hashes)
    let stale = old.hashes.keys.filter { hashes[$0] == nil }.sorted()
    try look(old, Set(stale))

    // Until the end, both the old files and the new ones are sitegen's.
    if !changed.isEmpty || !stale.isEmpty || old != manifest {
      try place(Manifest(old.hashes.merging(hashes) { _, new in new }).bytes)
    }
    // A file where a folder is wanted now, and the files of a folder where a file is wanted now, go first.
    let wantedFolders = Set(paths.flatMap(OutputFolder.foldersAbove))
    let blocking = stale.filter { path in
      wantedFolders.contains(path) || OutputFolder.foldersAbove(path).contains { hashes[$0] != nil }
    }
    for path in blocking { try delete(path) }
    let pagesLast = changed.filter { !paths[$0].hasSuffix(".html") } + changed.filter { paths[$0].hasSuffix(".html") }
    for i in pagesLast {
      let path = folder.path + "/" + paths[i]
      try FileSystem.makeFolder(above(path))
      try FileSystem.rename(staging.place(of: i, paths[i]), to: path)
    }
    let gone = Set(blocking)
    for path in stale where !gone.contains(path) { try delete(path) }
    try place(manifest.bytes)
    var report = report
    report.deleted = stale.count
    return report
  }

  /// Looks at every place that is going to be written to.
  private func look(_ old: Manifest, _ stale: Set<String>) throws(OutputRefusal) {
    var known: [String: Bool] = [:]
    for path in paths {
      for above in OutputFolder.foldersAbove(path) {
        // What is to be deleted is in nobody's way.
        if stale.contains(above) { break }
        let isReal = known[above] ?? folder.isRealFolder(above)
        known[above] = isReal
        if !isReal { throw folder.refusal(above, "is no folder of the site, so nothing is written through it") }
      }
    }
    for i in changed {
      let path = paths[i]
      guard let kind = try? FileSystem.kind(of: folder.path + "/" + path, followingLinks: false) else { continue }
      if kind == .folder ? !folder.holds(only: stale, in: path) : old.hashes[path] == nil {
        throw folder.refusal(path, "is there already, and sitegen did not make it")
      }
    }
  }

  private func place(_ bytes: [UInt8]) throws(FileSystem.Failure) {
    let path = folder.path + "/" + Manifest.fileName
    if FileSystem.holds(bytes, at: path) { return }
    try FileSystem.write(bytes, to: staging.folder + "/manifest")
    try FileSystem.rename(staging.folder + "/manifest", to: path)
  }

  private func delete(_ path: String) throws(FileSystem.Failure) { try folder.delete(path) }

  private func above(_ path: String) -> String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }
}
