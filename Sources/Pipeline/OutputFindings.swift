import Checks
import Diagnostics

/// What checks find in the final bytes of files, as they are made.
struct OutputFindings: Sendable {
  /// The findings in one file, and its bytes if there are any, since the file may never reach a disk.
  struct Found: Sendable {
    var diagnostics: [Diagnostic]
    var file: (path: String, bytes: [UInt8])?
  }

  /// A template's mistake comes back from every page; so many are shown.
  private static let shown = 3

  private let checks: CheckRun
  private let folder: String

  /// - Parameter folder: how findings name the output folder.
  init(_ checks: CheckRun, folder: String) {
    self.checks = checks
    self.folder = folder
  }

  func find(in path: String, _ bytes: [UInt8], item: Int) -> [Found] {
    guard checks.looksAtOutput else { return [] }
    let found = checks.findInOutput(BuiltFile(path: path, bytes: bytes), item: item)
    if found.isEmpty { return [] }
    let name = "\(folder)/\(path)"
    let named = checks.levelled(found).map { diagnostic in
      var named = diagnostic
      if named.location.file == path { named.location.file = name }
      return named
    }
    return [Found(diagnostics: named, file: (name, bytes))]
  }

  /// One list of all, with the same mistake on many pages told a few times.
  static func folded(_ all: [Found]) -> (diagnostics: [Diagnostic], built: [String: [UInt8]]) {
    struct Mistake: Hashable {
      var rule, message: String
    }
    var counts: [Mistake: Int] = [:]
    var kept: [Diagnostic] = []
    var built: [String: [UInt8]] = [:]
    for found in all {
      for diagnostic in found.diagnostics {
        guard let file = found.file, diagnostic.location.file == file.path else {
          kept.append(diagnostic)
          continue
        }
        let mistake = Mistake(rule: diagnostic.rule, message: diagnostic.message)
        counts[mistake, default: 0] += 1
        if counts[mistake, default: 0] > shown { continue }
        kept.append(diagnostic)
        built[file.path] = file.bytes
      }
    }
    var told = Set<Mistake>()
    for i in kept.indices {
      let mistake = Mistake(rule: kept[i].rule, message: kept[i].message)
      if let count = counts[mistake], count > shown, told.insert(mistake).inserted {
        kept[i].notes.append(.init("the same \(count - shown) times more, in other files"))
      }
    }
    return (kept, built)
  }
}
