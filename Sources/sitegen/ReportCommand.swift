import ArgumentParser
import Checks
import Pipeline

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Show what the site's files say about its governance.",
    discussion: """
      Writes Markdown to standard output, in the order of the PIF TICK's criteria for health information, as far as files \
      can show anything. It is no assessment, and does not give anybody the PIF TICK.
      """)

  @OptionGroup var folder: FolderArgument
  @OptionGroup var site: SiteOptions

  @Option(
    help: ArgumentHelp(
      "The day that counts as today; also SOURCE_DATE_EPOCH. (default: today, UTC)", valueName: "yyyy-mm-dd"))
  var today: String?

  func run() async throws {
    var options = try site.buildOptions(folder: folder)
    let today = try Today.day(today)
    options.today = today
    options.watch = RuleWatch.armed(seconds: CheckCommand.ruleSeconds)
    let result = await Build(options).check()
    guard let site = result.site else {
      ReadSite.show(result.diagnostics, root: options.root)
      throw ExitStatus.usage
    }
    Terminal.standardOutput(
      GovernanceReport(site: site, diagnostics: result.diagnostics, root: options.root, today: today).markdown)
  }
}
