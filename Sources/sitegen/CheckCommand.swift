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

  func run() async throws {
    var options = try site.buildOptions()
    options.today = try Today.day(today)
    options.watch = RuleWatch.armed(seconds: Self.ruleSeconds)
    if external { options.external = try ExternalReport.check(options.today, paths: paths) }
    let progress = Progress()
    let line = ProgressLine(progress, isShown: !report.quiet)
    var result = await Build(options, progress: progress).check()
    await line.end()
    result.diagnostics = result.diagnostics.filter(isWanted)
    let failed = report.show(result.diagnostics, root: options.root, built: result.built)
    if let summary = result.external, !report.quiet { Terminal.standardError(ExternalReport.text(summary)) }
    if report.verbose { Terminal.standardError(StageReport.text(result)) }
    if result.isConfigurationWrong { throw ExitStatus.usage }
    if failed { throw ExitStatus.findings }
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
