import Checks
import Content
import Diagnostics
import Markdown
import Mustache
import Outputs

/// The whole program: Load → Parse → Resolve → Check → Render → Emit. Start reading here.
///
/// Disk is touched at both ends only. Everything between is a function of values, so the same inputs give the same bytes.
package struct Build: Sendable {
  package struct Options: Sendable {
    package var root: String
    /// Settings files below the root; a key of a later one wins.
    package var configuration = ["sitegen.yml"]
    package var output: String?
    package var baseURL: String?
    package var drafts = false
    package var threads = 1
    /// Findings from this severity up stop the build before it writes.
    package var failOn = Severity.error
    /// The day that counts as today for checks; nil keeps them quiet about dates.
    package var today: CalendarDay?
    package var checks = Check.all
    package var watch = RuleWatch.none
    /// Bytes that stand for those of an input file, by its path, as while it is being mended.
    package var overlay: [String: [UInt8]] = [:]
    /// Asks other servers about links, in `check()` only.
    package var external: ExternalCheck?

    package init(root: String) { self.root = root }

    /// The project's folder from the root of the disk, for links to its files.
    package var absoluteRoot: String { FileSystem.realPath(root) }
    package var outputPath: String { output ?? root + "/public" }
    /// How findings name the output folder.
    var outputName: String { output ?? "public" }
    /// Where a settings file lies.
    func path(ofConfiguration file: String) -> String { FileSystem.path(file, in: root) }
    package var inputPaths: [String] { [root + "/content", root + "/templates"] }
  }

  /// What a build did.
  package struct Result: Sendable {
    package var diagnostics: [Diagnostic] = []
    /// Whether the settings are so wrong that nothing else was looked at.
    package var isConfigurationWrong = false
    package var pages = 0
    /// What was read, if the settings could be.
    package var site: Site?
    package var written = 0
    package var unchanged = 0
    package var deleted = 0
    package var bytes = 0
    /// Seconds each stage took, in order.
    package var stages: [(name: String, seconds: Double)] = []
    /// Bytes of built files that findings point into, by the path that findings have. They may be on no disk.
    package var built: [String: [UInt8]] = [:]
    /// What asking other servers came to.
    package var external: ExternalCheck.Summary?
  }

  private let options: Options
  private let progress: Progress

  package init(_ options: Options, progress: Progress = Progress()) {
    self.options = options
    self.progress = progress
  }

  /// Builds the site. Writes nothing if there is any error.
  ///
  /// - Throws: `OutputRefusal`, `EmitFailure`.
  package func run() async throws -> Result {
    var result = Result()
    var watch = StopWatch()
    let folder = try OutputFolder(options.outputPath, inputs: options.inputPaths)
    guard let (project, site) = await resolve(&result, &watch) else {
      result.diagnostics = Self.finished(result.diagnostics)
      return result
    }

    let inspection = Inspection(of: site, project, options)
    let inSources = await inspection.checks.findInSources(threads: options.threads)
    result.stages.append(("check", watch.lap()))
    let output = inspection.output
    result.diagnostics = inspection.checks.judged(
      result.diagnostics + inSources + inspection.problems(besides: inSources))
    if !isStopped(result) {
      let findings = inspection.findings
      let emit = Emit(output, from: project.tree, to: folder, findings: findings, failOn: options.failOn)
      let (report, found) = try await emit.run(threads: options.threads, progress: progress)
      let (folded, built) = findings.folded(found, output)
      result.diagnostics += folded
      result.built = built
      (result.written, result.unchanged, result.deleted, result.bytes) = (
        report.written, report.unchanged, report.deleted, report.bytes
      )
    }
    result.stages.append(("render and emit", watch.lap()))
    if !isStopped(result), !options.drafts { result.diagnostics += writeLock(site) }
    result.diagnostics = Self.finished(result.diagnostics)
    return result
  }

  /// Finds everything that a build would, and writes nothing.
  package func check() async -> Result {
    var result = Result()
    var watch = StopWatch()
    guard let (project, site) = await resolve(&result, &watch) else {
      result.diagnostics = Self.finished(result.diagnostics)
      return result
    }
    let inspection = Inspection(of: site, project, options)
    let inSources = await inspection.checks.findInSources(threads: options.threads)
    result.stages.append(("check", watch.lap()))
    let (inOutput, built) = await inspection.findInOutput(threads: options.threads, progress)
    result.built = built
    result.stages.append(("render and check", watch.lap()))
    var all = result.diagnostics + inSources + inspection.problems(besides: inSources) + inOutput
    if let external = options.external {
      let (found, summary) = await external.run(site, project.tree, root: options.root, progress)
      all += found
      result.external = summary
      result.stages.append(("external links", watch.lap()))
    }
    result.diagnostics = Self.finished(inspection.checks.judged(all))
    return result
  }

  private func isStopped(_ result: Result) -> Bool {
    result.diagnostics.contains { $0.severity >= options.failOn || $0.severity == .error }
  }

  /// Adds the site's addresses to `urls.lock`. Where the folder may not be written to, the next build elsewhere does it.
  private func writeLock(_ site: Site) -> [Diagnostic] {
    let path = options.root + "/" + AddressLock.fileName
    let old = (try? FileSystem.read(path)) ?? []
    guard let new = AddressLock.bytes(AddressLock.read(old), and: site) else { return [] }
    do throws(FileSystem.Failure) { try FileSystem.replace(path, with: new) } catch {
      return [
        Diagnostic(
          "output/no-lock", .warning, at: SourceLocation(file: AddressLock.fileName),
          "the list of addresses cannot be written: \(error.reason)",
          help: "build once where the project's folder can be written to, and commit the file")
      ]
    }
    return []
  }

  /// Sorted; a file that cannot be read is told once, whoever wanted to read it.
  static func finished(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var unreadable = Set<String>()
    return diagnostics.filter { $0.rule != "input/unreadable" || unreadable.insert($0.location.file).inserted }
      .sortedForReport()
  }

  /// Reads and resolves the site without making anything.
  package func resolvedSite() async -> (Site?, Result) {
    var result = Result()
    var watch = StopWatch()
    let site = await resolve(&result, &watch)?.site
    result.diagnostics = Self.finished(result.diagnostics)
    return (site, result)
  }

  private func resolve(_ result: inout Result, _ watch: inout StopWatch) async -> (project: Project, site: Site)? {
    let reader = ProjectReader(options, progress: progress)
    guard let project = await reader.read(&result, &watch) else { return nil }
    progress.begin(.resolving, total: project.pages.count)
    let site = await project.resolved(drafts: options.drafts, threads: options.threads)
    result.pages = site.pages.count
    result.site = site
    result.stages.append(("resolve", watch.lap()))
    return (project, site)
  }
}
