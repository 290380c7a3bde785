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

    package var outputPath: String { output ?? root + "/public" }
    /// How findings name the output folder.
    var outputName: String { output ?? "public" }
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
    guard let (site, templates, tree) = await resolve(&result, &watch) else {
      result.diagnostics = finished(result.diagnostics)
      return result
    }

    let checks = checks(of: site, templates, tree)
    let inSources = await checks.findInSources(threads: options.threads)
    result.stages.append(("check", watch.lap()))
    let rendering = Rendering(site: site, templates: templates, tree: tree)
    let output = OutputTree(rendering)
    result.diagnostics = checks.judged(result.diagnostics + inSources + problems(of: output, besides: inSources))
    if !isStopped(result) {
      let findings = OutputFindings(checks, rendering, folder: options.outputName)
      let emit = Emit(output, from: tree, to: folder, findings: findings, failOn: options.failOn)
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
    result.diagnostics = finished(result.diagnostics)
    return result
  }

  /// Finds everything that a build would, and writes nothing.
  package func check() async -> Result {
    var result = Result()
    var watch = StopWatch()
    guard let (site, templates, tree) = await resolve(&result, &watch) else {
      result.diagnostics = finished(result.diagnostics)
      return result
    }
    let checks = checks(of: site, templates, tree)
    let inSources = await checks.findInSources(threads: options.threads)
    result.stages.append(("check", watch.lap()))
    let rendering = Rendering(site: site, templates: templates, tree: tree)
    let output = OutputTree(rendering)
    let findings = OutputFindings(checks, rendering, folder: options.outputName)
    progress.begin(.writing, total: output.files.count)
    let made = await parallelMap(output.files.count, threads: options.threads) { i -> [OutputFindings.Found] in
      defer { progress.step() }
      guard case .made(let write) = output.files[i].content else { return [] }
      var bytes: [UInt8] = []
      let problems = write(&bytes)
      if !problems.isEmpty { return [.init(diagnostics: problems)] }
      return findings.find(in: output.files[i].path, bytes, item: i)
    }
    let (folded, built) = findings.folded(made.flatMap(\.self), output)
    result.built = built
    result.stages.append(("render and check", watch.lap()))
    var all = result.diagnostics + inSources + problems(of: output, besides: inSources) + folded
    if let external = options.external {
      let (found, summary) = await external.run(site, tree, root: options.root, progress)
      all += found
      result.external = summary
      result.stages.append(("external links", watch.lap()))
    }
    result.diagnostics = finished(checks.judged(all))
    return result
  }

  private func checks(of site: Site, _ templates: TemplateSet, _ tree: SourceTree) -> CheckRun {
    let lock = (try? FileSystem.read(options.root + "/" + AddressLock.fileName)) ?? []
    let input = CheckInput(
      site: site, today: options.today, templates: templates, tree: tree, published: AddressLock.read(lock))
    return CheckRun(input, checks: options.checks, watch: options.watch)
  }

  /// The tree's own look for doubles is a net below the check's; what the check has named needs no second name.
  private func problems(of output: OutputTree, besides found: [Diagnostic]) -> [Diagnostic] {
    let isNamed = found.contains { $0.rule.hasSuffix("duplicate-address") || $0.rule.hasSuffix("alias-hides-page") }
    return output.diagnostics.filter { !isNamed || $0.rule != "content/duplicate-address" }
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
  private func finished(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var unreadable = Set<String>()
    return diagnostics.filter { $0.rule != "input/unreadable" || unreadable.insert($0.location.file).inserted }
      .sortedForReport()
  }

  /// Reads and resolves the site without making anything.
  package func resolvedSite() async -> (Site?, Result) {
    var result = Result()
    var watch = StopWatch()
    let site = await resolve(&result, &watch)?.site
    result.diagnostics = finished(result.diagnostics)
    return (site, result)
  }

  private func resolve(
    _ result: inout Result, _ watch: inout StopWatch
  ) async -> (site: Site, templates: TemplateSet, tree: SourceTree)? {
    let load = Load(root: options.root, overlay: options.overlay)
    let tree = load.tree
    result.diagnostics += load.diagnostics
    guard let settings = settings(&result) else { return nil }
    var (data, problems) = DataReader.read(tree)
    for path in load.unreadable where path.hasPrefix(DataReader.folder) {
      let file = path.dropFirst(DataReader.folder.count)
      data.incomplete.insert(String(file[..<(file.lastIndex(of: ".") ?? file.endIndex)]))
    }
    let (templates, mistakes) = Rendering.templates(in: tree)
    result.diagnostics += problems + mistakes
    result.stages.append(("load", watch.lap()))

    let pages = await parse(tree, load.unreadable, settings, &result)
    result.stages.append(("parse", watch.lap()))
    // A folder of the wrong name would empty the site.
    if pages.isEmpty, !result.diagnostics.hasErrors() {
      result.diagnostics.append(
        Diagnostic(
          "input/no-pages", at: SourceLocation(file: "content"), "there are no pages to build",
          help: "a page is a Markdown file below content/, such as content/index.md"))
    }

    progress.begin(.resolving, total: pages.count)
    var resolving = Resolver.Options()
    resolving.drafts = options.drafts
    resolving.threads = options.threads
    resolving.directiveNames = Rendering.directiveNames(templates)
    let site = await Resolver(settings: settings, data: data, options: resolving).resolve(
      pages, paths: tree.paths + load.unreadable)
    result.pages = site.pages.count
    result.site = site
    result.stages.append(("resolve", watch.lap()))
    return (site, templates, tree)
  }

  private func settings(_ result: inout Result) -> Settings? {
    var files: [(path: String, bytes: [UInt8])] = []
    for path in options.configuration {
      do throws(FileSystem.Failure) {
        if let bytes = options.overlay[path] {
          files.append((path, bytes))
        } else {
          files.append((path, try FileSystem.read(path.hasPrefix("/") ? path : options.root + "/" + path)))
        }
      } catch {
        result.diagnostics.append(
          Diagnostic(
            "settings/unreadable", at: SourceLocation(file: path), "the settings cannot be read: \(error.reason)",
            help: "a project has a file sitegen.yml with at least `title` and `baseURL`; name its folder with --root"))
        result.isConfigurationWrong = true
        return nil
      }
    }
    let (settings, problems) = SettingsReader.read(files, baseURL: options.baseURL)
    result.diagnostics += problems
    result.isConfigurationWrong = settings == nil
    return settings
  }

  /// Every page, in the order of their paths. One that cannot be read at all is reported and empty.
  private func parse(
    _ tree: SourceTree, _ unreadable: [String], _ settings: Settings, _ result: inout Result
  ) async -> [ParsedPage] {
    func isPage(_ path: String) -> Bool {
      path.hasPrefix("content/") && path.hasSuffix(".md") && !path.hasPrefix(DataReader.folder)
    }
    let paths = tree.paths.filter(isPage)
    progress.begin(.reading, total: paths.count)
    let parser = PageParser(settings: settings)
    let progress = progress
    let parsed = await parallelMap(paths.count, threads: options.threads) { i -> (ParsedPage, [Diagnostic]) in
      progress.step()
      do throws(SourceTree.ReadError) { return parser.parse(try tree.read(paths[i]), path: paths[i]) } catch {
        return (.unread(paths[i]), [error.diagnostic(paths[i])])
      }
    }
    result.diagnostics += parsed.flatMap(\.1)
    guard unreadable.contains(where: isPage) else { return parsed.map(\.0) }
    return (parsed.map(\.0) + unreadable.filter(isPage).map(ParsedPage.unread)).sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
  }
}

/// Time between stages, for `--verbose` and the benchmark; nothing else ever reads a clock.
private struct StopWatch {
  private var last = ContinuousClock.now

  mutating func lap() -> Double {
    let now = ContinuousClock.now
    defer { last = now }
    let parts = (now - last).components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}
