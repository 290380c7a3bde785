import Content
import Diagnostics

/// Findings that a site had when it adopted the checks: the report that `sitegen check --format json` printed then.
///
/// A finding counts as known if the report has one of the same rule, file and message, as many times as it has it; lines
/// may have moved. Errors of safety are never known.
package struct Baseline: Sendable {
  private struct Key: Hashable {
    let rule, file, message: String
  }

  private let known: [Key: Int]

  /// - Throws: `Baseline.Problem` if the file is no such report.
  package init(path: String) throws(Problem) {
    let bytes: [UInt8]
    do throws(FileSystem.Failure) { bytes = try FileSystem.read(path) } catch { throw Problem(reason: error.reason) }
    let (node, problems) = JSON.read(bytes, file: path)
    guard problems.isEmpty, let items = node?["diagnostics"]?.items else {
      throw Problem(reason: "it is no report of `sitegen check --format json`")
    }
    var known: [Key: Int] = [:]
    for item in items {
      guard let rule = item["rule"]?.scalar, let file = item["file"]?.scalar, let message = item["message"]?.scalar
      else { throw Problem(reason: "it is no report of `sitegen check --format json`") }
      known[Key(rule: rule, file: file, message: message), default: 0] += 1
    }
    self.known = known
  }

  package struct Problem: Error, Sendable { package let reason: String }

  /// What is new, and how many findings of the baseline are gone.
  package func compare(_ diagnostics: [Diagnostic]) -> (new: [Diagnostic], gone: Int) {
    var left = known
    let new = diagnostics.filter { diagnostic in
      let key = Key(rule: diagnostic.rule, file: diagnostic.location.file, message: diagnostic.message)
      guard let count = left[key], count > 0 else { return true }
      left[key] = count - 1
      return diagnostic.severity == .error && diagnostic.rule.hasPrefix("safety/")
    }
    return (new, left.values.reduce(0, +))
  }
}
