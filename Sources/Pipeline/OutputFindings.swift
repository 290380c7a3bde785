import Checks
import Diagnostics
import Outputs

/// What checks find in the final bytes of files, as they are made.
struct OutputFindings: Sendable {
  /// The findings in one file.
  struct Found: Sendable {
    var diagnostics: [Diagnostic]
    /// Index of the file in the output tree; nil if they do not lie in it.
    var file: Int?
  }

  /// A template's mistake comes back from every page; so many are shown.
  private static let shown = 3

  private let checks: CheckRun
  private let folder: String
  private let common: CommonParts

  /// - Parameter folder: how findings name the output folder.
  init(_ checks: CheckRun, _ rendering: Rendering, folder: String) {
    self.checks = checks
    self.folder = folder
    common = CommonParts(rendering.onceParts)
  }

  func find(in path: String, _ bytes: [UInt8], item: Int) -> [Found] {
    guard checks.looksAtOutput else { return [] }
    let found = checks.findInOutput(path, bytes, common: common, item: item)
    if found.isEmpty { return [] }
    let name = "\(folder)/\(path)"
    let named = checks.levelled(found).map { diagnostic in
      var named = diagnostic
      if named.location.file == path { named.location.file = name }
      return named
    }
    return [Found(diagnostics: named, file: item)]
  }

  /// One list of all, with the same mistake on many pages told a few times; and the bytes of the files it points into,
  /// which may never reach a disk, by the names that findings have for them.
  func folded(_ all: [Found], _ tree: OutputTree) -> (diagnostics: [Diagnostic], built: [String: [UInt8]]) {
    struct Mistake: Hashable {
      var rule, message: String
    }
    var counts: [Mistake: Int] = [:]
    var kept: [Diagnostic] = []
    var built: [String: [UInt8]] = [:]
    for found in all {
      for diagnostic in found.diagnostics {
        guard let file = found.file else {
          kept.append(diagnostic)
          continue
        }
        let mistake = Mistake(rule: diagnostic.rule, message: diagnostic.message)
        counts[mistake, default: 0] += 1
        if counts[mistake, default: 0] > Self.shown { continue }
        kept.append(diagnostic)
        if built[diagnostic.location.file] == nil, case .made(let write) = tree.files[file].content {
          var bytes: [UInt8] = []
          _ = write(&bytes)
          built[diagnostic.location.file] = bytes
        }
      }
    }
    var told = Set<Mistake>()
    for i in kept.indices {
      let mistake = Mistake(rule: kept[i].rule, message: kept[i].message)
      if let count = counts[mistake], count > Self.shown, told.insert(mistake).inserted {
        kept[i].notes.append(.init("the same \(count - Self.shown) times more, in other files"))
      }
    }
    return (kept, built)
  }
}
