import Content
import Diagnostics

/// Runs checks over one site, and says what their findings count as.
///
/// In: what `CheckInput` holds, then the built files one by one. Out: diagnostics. A finding is dropped where the settings
/// turn its check off or a comment with a reason asks for silence.
package struct CheckRun: Sendable {
  private let input: CheckInput
  private let checks: [Check]
  private let levels: CheckLevels
  private let watch: RuleWatch
  private let pageChecks: [Int]
  private let proseChecks: [Int]
  private let outputChecks: [Int]
  /// Rules without which a stage cannot do its work.
  private let needed: Set<String>

  /// - Parameters:
  ///   - checks: those that may run; the index of each in this list is what `watch` is told.
  ///   - watch: survives checks that crash or hang.
  package init(_ input: CheckInput, checks: [Check] = Check.all, watch: RuleWatch = .none) {
    self.input = input
    self.checks = checks
    self.watch = watch
    levels = CheckLevels(input.site.settings, checks)
    needed = Set(checks.lazy.filter { if case .reading = $0.scope { $0.severity == .error } else { false } }.map(\.id))
    var (pages, prose, output): ([Int], [Int], [Int]) = ([], [], [])
    for (i, check) in checks.enumerated()
    where !levels.isOffEverywhere(check) && !watch.failed.contains(where: { $0.rule == i }) {
      switch check.scope {
      case .page: pages.append(i)
      case .prose: prose.append(i)
      case .output: output.append(i)
      case .site, .reading, .network: break
      }
    }
    (pageChecks, proseChecks, outputChecks) = (pages, prose, output)
  }

  /// Those that run somewhere on this site.
  package var active: [Check] { checks.filter { !levels.isOffEverywhere($0) } }

  /// What checks of sources find, in no order. Ends early, with less, when its task is cancelled.
  ///
  /// - Parameter threads: how many pages to look at side by side.
  package func findInSources(threads: Int) async -> [Diagnostic] {
    var found = watch.failed.map(failure)
    for (i, check) in checks.enumerated() {
      guard case .site(let find) = check.scope, !Task.isCancelled, !levels.isOffEverywhere(check),
        !watch.failed.contains(where: { $0.rule == i })
      else { continue }
      found += watch.run(i, item: -1) { find(input) }.map { diagnostic($0, check) }
    }
    if !proseChecks.isEmpty {
      for term in input.site.data.glossary { found += find(in: Prose(term, input), item: -1) }
    }
    let onPages = await parallelMap(input.site.pages.count, threads: threads) { i in
      Task.isCancelled ? [] : find(onPage: i)
    }
    return found + onPages.joined()
  }

  /// What checks of sources find on one page of the site, by its index.
  package func find(onPage i: Int) -> [Diagnostic] {
    if hasFailed(preparingSource, i) || (pageChecks.isEmpty && proseChecks.isEmpty) { return [] }
    let view = watch.run(preparingSource, item: i) { PageView(input.site.pages[i], input) }
    var found: [Diagnostic] = []
    for k in pageChecks {
      guard case .page(let find) = checks[k].scope else { continue }
      add(watch.run(k, item: i) { find(view) }, of: k, to: &found)
    }
    return found + find(in: view.prose, item: i)
  }

  private func find(in prose: Prose, item: Int) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for k in proseChecks {
      guard case .prose(let find) = checks[k].scope else { continue }
      add(watch.run(k, item: item) { find(prose, input) }, of: k, to: &found)
    }
    return found
  }

  package var looksAtOutput: Bool { !outputChecks.isEmpty }

  // What all checks of a page share can break like any of them, and is watched like one.
  private var preparingSource: Int { checks.count }
  private var preparingOutput: Int { checks.count + 1 }

  private func hasFailed(_ rule: Int, _ item: Int) -> Bool {
    watch.failed.contains { $0.rule == rule && $0.item == item }
  }

  /// What checks of the final bytes find in one file.
  ///
  /// - Parameters:
  ///   - common: what the pages of the site have in common.
  ///   - item: index of the file, the same in every start of the process.
  package func findInOutput(_ path: String, _ bytes: [UInt8], common: CommonParts, item: Int) -> [Diagnostic] {
    if hasFailed(preparingOutput, item) { return [] }
    let file = watch.run(preparingOutput, item: item) { BuiltFile(path: path, bytes: bytes, common: common) }
    var found: [Diagnostic] = []
    for k in outputChecks {
      guard case .output(let find) = checks[k].scope else { continue }
      add(watch.run(k, item: item) { find(file, input) }, of: k, to: &found)
    }
    return found
  }

  /// - Parameter k: index of the check that found them.
  @inline(__always)
  private func add(_ findings: [Finding], of k: Int, to found: inout [Diagnostic]) {
    // Nearly every check finds nothing on nearly every page.
    if !findings.isEmpty { found += findings.map { diagnostic($0, checks[k]) } }
  }

  private func diagnostic(_ finding: Finding, _ check: Check) -> Diagnostic {
    Diagnostic(
      check.id, finding.severity ?? check.severity, at: finding.location, finding.message, help: finding.help,
      notes: finding.notes, edits: finding.edits)
  }

  /// A check that could not finish: everything else still counts, but nobody may think that this was looked at.
  private func failure(_ failed: RuleWatch.Failure) -> Diagnostic {
    let pages = input.site.pages
    let isOutput = failed.rule == preparingOutput || outputIndices.contains(failed.rule)
    let place = !isOutput && pages.indices.contains(failed.item) ? pages[failed.item].path : "sitegen.yml"
    let name = checks.indices.contains(failed.rule) ? "the check '\(checks[failed.rule].id)'" : "reading the page"
    return Diagnostic(
      "internal/failed-rule", at: SourceLocation(file: place),
      "\(name) \(failed.isHang ? "did not come to an end" : "broke down") here, so it was left out",
      help: "this is a mistake in sitegen, not in the page; everything else was checked. Please report it")
  }

  private var outputIndices: Set<Int> {
    Set(checks.indices.filter { if case .output = checks[$0].scope { true } else { false } })
  }

  // MARK: What findings count as

  /// Gives every diagnostic the severity that the settings ask for, and drops those that a comment silences. Adds what is
  /// wrong with such comments.
  ///
  /// - Parameter all: of every stage.
  package func judged(_ all: [Diagnostic]) -> [Diagnostic] {
    let (kept, wrong) = Suppressions(input, checks).apply(to: levelled(all))
    return kept + wrong.filter { levels.level(of: $0.rule, at: $0.location.file) != .off }
  }

  /// Gives diagnostics the severity that the settings ask for, and drops those that are off.
  package func levelled(_ all: [Diagnostic]) -> [Diagnostic] {
    return all.compactMap { diagnostic -> Diagnostic? in
      // What keeps a stage from its work stays an error, and so does what hurts a reader.
      let isFixed =
        diagnostic.severity == .error && (diagnostic.rule.hasPrefix("safety/") || needed.contains(diagnostic.rule))
      if isFixed { return diagnostic }
      switch levels.level(of: diagnostic.rule, at: diagnostic.location.file) {
      case .own: return diagnostic
      case .off: return nil
      case .severity(let severity):
        var changed = diagnostic
        changed.severity = severity
        return changed
      }
    }
  }
}
