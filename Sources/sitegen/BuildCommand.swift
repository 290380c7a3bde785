import ArgumentParser
import Checks
import Diagnostics
import Pipeline

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site.",
    discussion: """
      Writes nothing if anything is wrong. Files that have not changed are left untouched. Only files that an earlier \
      build made are ever replaced or deleted.
      """)

  @OptionGroup var folder: FolderArgument
  @OptionGroup var site: SiteOptions
  @OptionGroup var report: ReportOptions

  @Option(
    name: [.short, .long, .customLong("output-dir"), .customLong("destination")],
    help: ArgumentHelp("Folder for the built site. (default: public, in the project's folder)", valueName: "dir"))
  var output: String?

  @OptionGroup var address: AddressOption

  @Option(
    help: ArgumentHelp(
      "The day that counts as today for checks; also SOURCE_DATE_EPOCH. (default: today, UTC)",
      valueName: "yyyy-mm-dd"))
  var today: String?

  func run() async throws {
    var options = try site.buildOptions(folder: folder)
    options.output = output
    options.baseURL = address.url
    options.failOn = report.limit
    options.today = try Today.day(today)
    options.watch = RuleWatch.armed(seconds: CheckCommand.ruleSeconds)
    let progress = Progress()
    let line = ProgressLine(progress, isShown: !report.quiet)
    let result: Build.Result
    do {
      result = try await Build(options, progress: progress).run()
      await line.end()
    } catch {
      await line.end()
      throw report.explain(error, root: options.root)
    }
    let failed = report.show(result.diagnostics, root: options.root, built: result.built, most: 20)
    if report.verbose { Terminal.standardError(StageReport.text(result)) }
    if result.isConfigurationWrong { throw ExitStatus.usage }
    if failed { throw ExitStatus.findings }
    if !report.quiet {
      Terminal.standardError(
        "Built \(result.pages) pages into \(options.outputPath): \(result.written) files written, "
          + "\(result.unchanged) unchanged, \(result.deleted) deleted.\n")
    }
  }
}
