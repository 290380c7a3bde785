import ArgumentParser
import Checks
import Content
import Diagnostics
import Pipeline

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find what is wrong with the site, and write nothing.",
    discussion: """
      Looks at everything that a build looks at. Name files or folders to see only what is wrong with them. \
      `sitegen explain RULE` tells what a rule finds and why.
      """)

  /// Processor time after which one rule on one page counts as hung.
  static let ruleSeconds = 10

  @Argument(help: ArgumentHelp("Files or folders to report on. (default: all)", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var site: SiteOptions
  @OptionGroup var report: ReportOptions

  @Option(help: ArgumentHelp("Only this rule or group. May be repeated.", valueName: "rule"))
  var only: [String] = []

  @Option(help: ArgumentHelp("Not this rule or group. May be repeated.", valueName: "rule"))
  var skip: [String] = []

  @Option(
    help: ArgumentHelp(
      "The day that counts as today; also SOURCE_DATE_EPOCH. (default: today, UTC)", valueName: "yyyy-mm-dd"))
  var today: String?

  @Flag(
    help: "Also ask other servers whether the site's links still lead somewhere. Uses the network, writes links.lock.")
  var external = false

  @Flag(help: "Mend what can be mended without a thought, then report the rest.")
  var fix = false

  @Flag(help: "With --fix: print what would change as a unified diff, and write nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "Leave out findings that this report of `check --format json` has already. Errors of safety are never left out.",
      valueName: "file"))
  var baseline: String?

  mutating func validate() throws {
    if dryRun, !fix { throw ValidationError("--dry-run goes with --fix") }
    if dryRun, report.format != .text, report.format != .concise {
      throw ValidationError("--dry-run prints a diff, so it takes no --format \(report.format.rawValue)")
    }
    let known = Set(Check.all.flatMap { [$0.id, String($0.group)] })
    for name in only + skip where !known.contains(name) {
      let nearest = NearMiss.nearest(to: name, in: known).map { "; did you mean '\($0)'" } ?? ""
      throw ValidationError("there is no rule '\(name)'\(nearest)")
    }
  }

  func run() async throws {
    var options = try site.buildOptions()
    options.today = try Today.day(today)
    options.watch = RuleWatch.armed(seconds: Self.ruleSeconds)
    let known = try baseline.map { path in
      do throws(Baseline.Problem) { return try Baseline(path: path) } catch {
        throw ValidationError("the baseline '\(path)' cannot be used: \(error.reason)")
      }
    }
    if external { options.external = try ExternalReport.check(options.today, paths: paths) }
    let progress = Progress()
    let line = ProgressLine(progress, isShown: !report.quiet)
    let result: Build.Result
    if fix {
      let fixes = await Fixes.make(options, progress: progress, where: isWanted)
      await line.end()
      try apply(fixes, root: options.root)
      result = fixes.result
    } else {
      result = await Build(options, progress: progress).check()
      await line.end()
    }
    var diagnostics = result.diagnostics.filter(isWanted)
    if let known { diagnostics = compared(diagnostics, with: known) }
    let failed = report.show(diagnostics, root: options.root, built: result.built)
    if let summary = result.external, !report.quiet { Terminal.standardError(ExternalReport.text(summary)) }
    if report.verbose { Terminal.standardError(StageReport.text(result)) }
    if result.isConfigurationWrong { throw ExitStatus.usage }
    if failed { throw ExitStatus.findings }
  }

  private func apply(_ fixes: Fixes, root: String) throws {
    if dryRun {
      for change in fixes.changes {
        Terminal.standardOutput(
          UnifiedDiff.render(change.before, change.after, old: "a/" + change.path, new: "b/" + change.path))
      }
    } else {
      do { try fixes.write(root: root) } catch { throw report.explain(error, root: root) }
    }
    if report.quiet { return }
    let files = fixes.changes.count
    Terminal.standardError(
      "\(dryRun ? "Would mend" : "Mended") \(fixes.count) finding\(fixes.count == 1 ? "" : "s") in \(files) "
        + "file\(files == 1 ? "" : "s").\n")
  }

  private func compared(_ diagnostics: [Diagnostic], with known: Baseline) -> [Diagnostic] {
    let (new, gone) = known.compare(diagnostics)
    let left = diagnostics.count - new.count
    if !report.quiet {
      Terminal.standardError(
        "The baseline knows \(left) finding\(left == 1 ? "" : "s")"
          + (gone == 0 ? ".\n" : "; \(gone) of its findings are gone, so it can be made anew.\n"))
    }
    return new
  }

  private func isWanted(_ diagnostic: Diagnostic) -> Bool {
    func isNamed(in rules: [String]) -> Bool {
      rules.contains { $0 == diagnostic.rule || diagnostic.rule.hasPrefix($0 + "/") }
    }
    if !only.isEmpty, !isNamed(in: only) { return false }
    if isNamed(in: skip) { return false }
    let file = diagnostic.location.file
    return paths.isEmpty || paths.contains { file == $0 || file.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
  }
}
