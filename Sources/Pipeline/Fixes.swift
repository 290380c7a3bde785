import Checks
import Diagnostics

/// Mends what can be mended without a thought: applies the edits of findings to their files.
package struct Fixes: Sendable {
  /// A file before and after.
  package struct Change: Sendable {
    package let path: String
    package let before: [UInt8]
    package let after: [UInt8]
  }

  /// One mended thing may bring up the next, as a long line a longer one; nothing needs more rounds than this.
  private static let rounds = 10

  /// Sorted by path.
  package let changes: [Change]
  /// Findings that were mended.
  package let count: Int
  /// What is left, and all that a check tells.
  package let result: Build.Result

  /// Mends in memory until nothing is left to mend, so that mending again would change nothing.
  ///
  /// - Parameter isWanted: which findings to mend.
  package static func make(
    _ options: Build.Options, progress: Progress, where isWanted: (Diagnostic) -> Bool
  ) async -> Fixes {
    var options = options
    var before: [String: [UInt8]] = [:]
    var count = 0
    var result = await Build(options, progress: progress).check()
    // Other servers are asked once.
    let fromNetwork = result.diagnostics.filter { diagnostic in
      options.checks.contains { $0.id == diagnostic.rule && $0.isFoundOnNetwork }
    }
    let summary = result.external
    options.external = nil
    for _ in 0..<rounds {
      var byFile: [String: [UInt8]] = [:]
      let mended = apply(result.diagnostics.filter(isWanted), to: &byFile) { path in
        options.overlay[path] ?? (try? FileSystem.read(options.root + "/" + path))
      }
      if mended == 0 { break }
      count += mended
      for (path, bytes) in byFile {
        if before[path] == nil { before[path] = (try? FileSystem.read(options.root + "/" + path)) ?? [] }
        options.overlay[path] = bytes
      }
      result = await Build(options, progress: progress).check()
      result.diagnostics = (result.diagnostics + fromNetwork.filter { !isWanted($0) || $0.edits.isEmpty })
        .sortedForReport()
      result.external = summary
    }
    let changes = before.sorted { $0.key < $1.key }.map { path, bytes in
      Change(path: path, before: bytes, after: options.overlay[path] ?? bytes)
    }
    return Fixes(changes: changes, count: count, result: result)
  }

  /// Writes the files, each as a whole.
  ///
  /// - Throws: `EmitFailure`.
  package func write(root: String) throws {
    for change in changes {
      do throws(FileSystem.Failure) { try FileSystem.replace(root + "/" + change.path, with: change.after) } catch {
        throw EmitFailure(error)
      }
    }
  }

  /// Applies the edits of each finding, all of them or none: none where one would touch what another has changed.
  ///
  /// - Returns: how many findings were mended.
  static func apply(
    _ diagnostics: [Diagnostic], to files: inout [String: [UInt8]], contents: (String) -> [UInt8]?
  ) -> Int {
    struct Place {
      var range: Range<Int>
      var replacement: [UInt8]
    }
    var taken: [String: [Place]] = [:]
    var bytes: [String: [UInt8]] = [:]
    var count = 0
    for diagnostic in diagnostics where !diagnostic.edits.isEmpty {
      var wanted: [(file: String, place: Place)] = []
      for edit in diagnostic.edits {
        let file = edit.location.file
        if bytes[file] == nil { bytes[file] = contents(file) }
        guard let source = bytes[file], let range = range(of: edit.location, in: source) else { break }
        wanted.append((file, Place(range: range, replacement: Array(edit.replacement.utf8))))
      }
      let isFree = wanted.allSatisfy { file, place in
        (taken[file] ?? []).allSatisfy { !touches($0.range, place.range) }
      }
      guard wanted.count == diagnostic.edits.count, isFree else { continue }
      for (file, place) in wanted { taken[file, default: []].append(place) }
      count += 1
    }
    for (file, places) in taken {
      var source = bytes[file] ?? []
      for place in places.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
        source.replaceSubrange(place.range, with: place.replacement)
      }
      files[file] = source
    }
    return count
  }

  private static func touches(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.lowerBound <= b.upperBound && b.lowerBound <= a.upperBound
  }

  /// Offsets in a file; nil if the line is not so long.
  static func range(of location: SourceLocation, in bytes: [UInt8]) -> Range<Int>? {
    var lines = SourceLines { _ in bytes }
    guard location.column >= 1, let line = lines.line(of: location) else { return nil }
    let first = line.startIndex + location.column - 1
    guard first + location.length <= line.endIndex else { return nil }
    return first..<(first + location.length)
  }
}
