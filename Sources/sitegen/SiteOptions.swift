import ArgumentParser
import Pipeline

/// What every command that reads a site takes.
struct SiteOptions: ParsableArguments {
  @Option(name: [.short, .long], help: ArgumentHelp("The project's folder, by name.", valueName: "dir"))
  var root: String?

  @Option(
    name: [.short, .long], parsing: .singleValue,
    help: ArgumentHelp(
      "Settings file, below the project's folder. May be repeated; later ones win. (default: sitegen.yml)",
      valueName: "file"))
  var config: [String] = []

  @Flag(name: [.customShort("D"), .long], help: "Include pages with 'status: draft'.")
  var drafts = false

  @Option(
    help: ArgumentHelp("How many pages to work on side by side. (default: one for each processor)", valueName: "number")
  )
  var threads: Int?

  mutating func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1 up") }
  }

  func buildOptions(folder: FolderArgument? = nil) throws -> Build.Options {
    if folder?.folder != nil, root != nil {
      throw ValidationError("name the project's folder once, with or without --root")
    }
    var path = root ?? folder?.folder ?? "."
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    var options = Build.Options(root: path)
    if !config.isEmpty { options.configuration = config }
    options.drafts = drafts
    options.threads = threads ?? Terminal.processors
    return options
  }
}

/// Where the site will stand. A preview takes the path of it.
struct AddressOption: ParsableArguments {
  @Option(
    name: [.customShort("u"), .long],
    help: ArgumentHelp(
      "Address at which the site will stand; also SITEGEN_BASE_URL. (default: baseURL in the settings)",
      valueName: "url"))
  var baseURL: String?

  /// Deployment services set variables to nothing where they have no address to offer.
  var url: String? { baseURL ?? Terminal.environment("SITEGEN_BASE_URL").flatMap { $0.isEmpty ? nil : $0 } }
}

/// The project's folder as a word of its own: `sitegen build site`.
struct FolderArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("The project's folder, which holds sitegen.yml.", valueName: "dir"))
  var folder: String?
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

enum ReportFormat: String, ExpressibleByArgument, CaseIterable { case text, concise, json, sarif, github, junit }
