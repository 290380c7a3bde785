import Content
import Diagnostics
import Hashing
import Outputs

/// Writes an output tree to a folder, all of it or nothing.
///
/// Every file is made first, and put into a staging folder unless the output has those bytes already. Only when all are
/// there are they renamed into place (`Publication`). A build that fails or is killed leaves the old site, file by file
/// the old or the new one; the next build clears the rest away.
struct Emit {
  package struct Report: Sendable {
    package var written = 0
    package var unchanged = 0
    package var deleted = 0
    package var bytes = 0
  }

  /// What became of one file on the way.
  enum Made: Sendable {
    /// A gathered file before the others are there.
    case waiting
    case same(hash: String, size: Int)
    case staged(hash: String, size: Int)
    case failed([Diagnostic])
    case broken(EmitFailure)
  }

  private let tree: OutputTree
  private let inputs: SourceTree
  private let folder: OutputFolder
  private let findings: OutputFindings
  private let failOn: Severity

  init(
    _ tree: OutputTree, from inputs: SourceTree, to folder: OutputFolder, findings: OutputFindings, failOn: Severity
  ) {
    self.tree = tree
    self.inputs = inputs
    self.folder = folder
    self.findings = findings
    self.failOn = failOn
  }

  /// - Returns: findings of templates and in the files; if any of them stops the build, nothing was written.
  /// - Throws: `OutputRefusal`, `EmitFailure`.
  func run(threads: Int, progress: Progress) async throws -> (Report, [OutputFindings.Found]) {
    let staging = try Staging(for: folder)
    defer { staging.end() }
    // Another build may have written since the folder was looked at first.
    let folder = try folder.again()

    progress.begin(.writing, total: tree.files.count)
    let gatherings = tree.files.enumerated().compactMap { i, file -> (file: Int, gathering: Gathering)? in
      if case .gathered(let gathering) = file.content { (i, gathering) } else { nil }
    }
    let results = await parallelMap(tree.files.count, threads: threads) { i in
      defer { progress.step() }
      return make(i, gatherings.map(\.gathering), folder, staging)
    }
    var made = results.map(\.made)
    var found = results.flatMap(\.found)
    for case .failed(let diagnostics) in made { found.append(.init(diagnostics: diagnostics)) }
    for case .broken(let failure) in made { throw failure }
    if found.contains(where: { $0.diagnostics.contains { $0.severity >= failOn || $0.severity == .error } }) {
      return (Report(), found)
    }
    let gathered = await parallelMap(gatherings.count, threads: threads) { k in
      let parts = zip(tree.files, results).compactMap { file, result in
        k < result.parts.count ? result.parts[k].map { (path: file.path, part: $0) } : nil
      }
      return gather(gatherings[k].file, gatherings[k].gathering, parts, folder, staging)
    }
    for (k, result) in gathered.enumerated() {
      if case .failed(let diagnostics) = result { return (Report(), found + [.init(diagnostics: diagnostics)]) }
      if case .broken(let failure) = result { throw failure }
      made[gatherings[k].file] = result
    }
    let publication = Publication(tree.files.map(\.path), made, folder, staging)
    return (try publication.run(), found)
  }

  /// Makes file `i`, and stages it unless the output folder has it.
  ///
  /// - Returns: also what each of the gatherings needs of it. Gathered files themselves come later.
  private func make(
    _ i: Int, _ gatherings: [Gathering], _ folder: OutputFolder, _ staging: Staging
  ) -> (made: Made, found: [OutputFindings.Found], parts: [[UInt8]?]) {
    let file = tree.files[i]
    // Whatever gave a file its address should have seen to this; a page must never land outside the folder.
    guard OutputFolder.isInside(file.path) else {
      let place = SourceLocation(file: file.path)
      return (.failed([Diagnostic("output/path", at: place, "no file of a site can have this address")]), [], [])
    }
    var bytes: [UInt8] = []
    var found: [OutputFindings.Found] = []
    switch file.content {
    case .made(let write):
      bytes.reserveCapacity(16 << 10)
      let problems = write(&bytes)
      if !problems.isEmpty { return (.failed(problems), [], []) }
      found = findings.find(in: file.path, bytes, item: i)
    case .copy(let path):
      do throws(SourceTree.ReadError) { bytes = try inputs.read(path) } catch {
        return (.failed([error.diagnostic(path)]), [], [])
      }
    case .gathered:
      return (.waiting, [], [])
    }
    return (store(bytes, i, folder, staging), found, gatherings.map { $0.part(file.path, bytes) })
  }

  /// Puts file `i` together from its parts, and stages it unless the output folder has it.
  private func gather(
    _ i: Int, _ gathering: Gathering, _ parts: [(path: String, part: [UInt8])], _ folder: OutputFolder,
    _ staging: Staging
  ) -> Made {
    var bytes: [UInt8] = []
    let problems = gathering.whole(parts, &bytes)
    return problems.isEmpty ? store(bytes, i, folder, staging) : .failed(problems)
  }

  private func store(_ bytes: [UInt8], _ i: Int, _ folder: OutputFolder, _ staging: Staging) -> Made {
    let path = tree.files[i].path
    let hash = SHA256.hex(bytes)
    if folder.exists, FileSystem.holds(bytes, at: folder.path + "/" + path) {
      return .same(hash: hash, size: bytes.count)
    }
    do throws(FileSystem.Failure) { try staging.write(bytes, i, path) } catch {
      return .broken(EmitFailure(path: folder.path + "/" + path, reason: error.reason))
    }
    return .staged(hash: hash, size: bytes.count)
  }
}

/// The disk said no.
package struct EmitFailure: Error, Sendable {
  package let path: String
  package let reason: String

  init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  init(_ failure: FileSystem.Failure) { self.init(path: failure.path, reason: failure.reason) }
}
