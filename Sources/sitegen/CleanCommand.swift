import ArgumentParser
import Pipeline

struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Remove the built site.",
    discussion: "Removes only the files that a build made and listed; anything else in the folder stays.")

  @OptionGroup var folder: FolderArgument
  @OptionGroup var site: SiteOptions

  @Option(
    name: [.short, .long, .customLong("output-dir"), .customLong("destination")],
    help: ArgumentHelp("Folder of the built site. (default: public, in the project's folder)", valueName: "dir"))
  var output: String?

  @OptionGroup var report: ReportOptions

  func run() throws {
    var options = try site.buildOptions(folder: folder)
    options.output = output
    do {
      let removed = try Clean.run(output: options.outputPath, inputs: options.inputPaths)
      if !report.quiet { Terminal.standardError("Removed \(removed) files from \(options.outputPath).\n") }
    } catch {
      throw report.explain(error, root: options.root)
    }
  }
}
