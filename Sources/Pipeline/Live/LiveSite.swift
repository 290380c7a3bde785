import Checks
import Content
import Diagnostics
import Outputs

/// A site that is kept made while its files change: what `serve` shows.
///
/// `look` finds out whether any file has changed; `rebuild` then reads what has, puts all pages together and runs the checks
/// of the pages that changed, which takes a moment; `check` looks at everything that a build looks at. Nothing is ever
/// written.
///
/// What has an error is not shown: a page keeps its last good text among the new others, and an error in a template, in
/// data or in the settings keeps the whole site as it was. What never was good is shown as far as it can be made.
package actor LiveSite {
  /// So many changed pages are looked at before the new site is shown; of more, as after a `git checkout`, the later look
  /// at everything tells.
  private static let quickLook = 24

  private let options: Build.Options
  private let cache = ReadCache()
  private var versions: SourceVersions
  private var read: Reading?
  private var shown: LiveFiles?
  /// The last good text of pages that have an error now, by path.
  private var replaced: [String: ParsedPage] = [:]
  private var diagnostics: [Diagnostic] = []
  private var generation = 0
  private var listed: Load?
  private var secondsLooked = 0.0

  private struct Reading {
    var project: Project
    var site: Site
    var inspection: Inspection
    /// What is wrong with single files.
    var diagnostics: [Diagnostic]
  }

  /// - Parameter options: as for a build; the output folder is never touched.
  package init(_ options: Build.Options) {
    self.options = options
    versions = SourceVersions(root: options.root)
  }

  /// Lists the project's files.
  ///
  /// - Returns: whether any of them is new, gone or changed since the last rebuild.
  package func look() -> Bool {
    var watch = StopWatch()
    defer { secondsLooked = watch.lap() }
    let load = Load(root: options.root)
    versions.look(at: load.paths + load.unreadable + options.configuration + [AddressLock.fileName])
    listed = load
    return !versions.changed.isEmpty
  }

  /// Whether the last look found a file that somebody seems to be in the middle of writing.
  package var isWriting: Bool { versions.isWriting }

  /// Folders and files where changes come from, as they were at the last look; from the working folder.
  package var origins: [String] {
    let settings = options.configuration.map { path in
      let full = options.path(ofConfiguration: path)
      return String(full[..<(full.lastIndex(of: "/") ?? full.endIndex)])
    }
    return (listed?.origins ?? []).map { options.root + "/" + $0 } + [options.root] + settings
  }

  /// Makes the site anew of the files that the last look listed.
  package func rebuild() async -> LiveState {
    generation += 1
    let (changed, pinned) = versions.take()
    cache.begin(versions.versions, changed: changed, pinned: pinned)
    defer { cache.end() }
    var result = Build.Result()
    var watch = StopWatch()
    result.stages.append(("look", secondsLooked))
    let reader = ProjectReader(options, cache: cache)
    guard let project = await reader.read(&result, &watch, listed: listed) else {
      read = nil
      diagnostics = Build.finished(result.diagnostics)
      return state(isChecking: false, stages: result.stages)
    }
    let site = await project.resolved(drafts: options.drafts, threads: options.threads)
    result.stages.append(("resolve", watch.lap()))
    let reading = Reading(
      project: project, site: site, inspection: Inspection(of: site, project, options), diagnostics: result.diagnostics)
    result.stages.append(("prepare", watch.lap()))
    await show(reading, changed: changed)
    read = reading
    result.stages.append(("choose", watch.lap()))
    return state(isChecking: true, stages: result.stages)
  }

  /// Looks at everything that a build looks at.
  ///
  /// - Returns: nil if it was cancelled, or there is nothing to look at.
  package func check() async -> LiveState? {
    guard let read else { return nil }
    let started = generation
    var watch = StopWatch()
    let inspection = read.inspection
    let inSources = await inspection.checks.findInSources(threads: options.threads)
    let (inOutput, built) = await inspection.findInOutput(threads: options.threads)
    if Task.isCancelled || started != generation { return nil }
    diagnostics = Build.finished(
      inspection.checks.judged(
        read.diagnostics + inSources + inspection.problems(besides: inSources) + inOutput))
    if !diagnostics.contains(where: { $0.severity == .error && !ProjectReader.isPage($0.location.file) }) {
      shown?.standAlone()
    }
    return state(built: built, isChecking: false, stages: [("check", watch.lap())])
  }

  // MARK: What is shown

  /// Chooses what to show of a new reading, by a look at what has changed.
  private func show(_ reading: Reading, changed: Set<String>) async {
    let (site, inspection) = (reading.site, reading.inspection)
    let wasBad = Set(diagnostics.lazy.filter { $0.severity == .error }.map(\.location.file))
    let paths = changed.filter(ProjectReader.isPage)
    let lookedAt = (paths.count > Self.quickLook ? [] : paths).union(replaced.keys)
    let onlyPages = paths.count == changed.count
    let found = errors(
      reading, on: lookedAt.compactMap { site.pageByPath[$0] }.sorted(), alsoOneOfEachKind: !onlyPages)
    let bad = Set(found.map(\.location.file))
    for path in paths.union(replaced.keys) {
      if !bad.contains(path) || site.pageByPath[path] == nil {
        replaced[path] = nil
      } else if replaced[path] == nil {
        replaced[path] = lastGood(path)
      }
    }
    if bad.allSatisfy(ProjectReader.isPage) || shown == nil {
      var files = (site: site, output: inspection.output)
      if !replaced.isEmpty {
        let pages = reading.project.pages.map { replaced[$0.path] ?? $0 }
        let good = await reading.project.resolved(pages, drafts: options.drafts, threads: options.threads)
        let project = reading.project
        files = (good, OutputTree(Rendering(site: good, templates: project.templates, tree: project.tree)))
      }
      shown = LiveFiles(
        files.site, files.output, reading.project.tree, after: shown,
        isSound: wasBad.allSatisfy(ProjectReader.isPage))
    }
    // Of all other files, what was found before still holds until everything was looked at.
    let told = Set(found)
    diagnostics = Build.finished(
      found
        + diagnostics.filter { old in
          let file = old.location.file
          if old.severity == .error, lookedAt.contains(file) || changed.contains(file) { return false }
          return !told.contains(old)
        })
  }

  /// The page as it was read before this time, unless it had an error then too.
  private func lastGood(_ path: String) -> ParsedPage? {
    guard let read, let i = read.site.pageByPath[path] else { return nil }
    let had = errors(read, on: [i], alsoOneOfEachKind: false)
    return had.contains { $0.location.file == path } ? nil : read.site.pages[i].parsed
  }

  /// Errors of reading, and those that checks find on some pages.
  ///
  /// - Parameter alsoOneOfEachKind: whether to make a file of each layout too, as a template may have changed.
  private func errors(_ reading: Reading, on pages: [Int], alsoOneOfEachKind: Bool) -> [Diagnostic] {
    let (site, inspection) = (reading.site, reading.inspection)
    var found = reading.diagnostics
    let pathOfFile = Dictionary(
      pages.map { (Site.file(at: site.pages[$0].address), site.pages[$0].path) },
      uniquingKeysWith: { first, _ in first })
    let samples = alsoOneOfEachKind ? self.samples(of: site) : []
    for page in pages { found += inspection.checks.find(onPage: page) }
    var onFiles: [Diagnostic] = []
    if !pathOfFile.isEmpty || !samples.isEmpty {
      for (i, file) in inspection.output.files.enumerated() {
        let path = pathOfFile[file.path]
        guard path != nil || samples.contains(file.path) else { continue }
        onFiles += inspection.findInFile(i).flatMap(\.diagnostics).map { blamed($0, on: path) }
      }
    }
    return inspection.checks.judged(found + onFiles).filter { $0.severity == .error }
  }

  /// A mistake in the bytes of a page alone is a mistake of that page.
  private func blamed(_ finding: Diagnostic, on page: String?) -> Diagnostic {
    let file = finding.location.file
    guard let page, !file.hasPrefix("templates/"), !ProjectReader.isPage(file) else { return finding }
    var finding = finding
    finding.location = SourceLocation(file: page)
    return finding
  }

  /// A file of each layout.
  private func samples(of site: Site) -> Set<String> {
    var kinds = Set<String>()
    var files: Set<String> = []
    for page in site.pages where kinds.count < 2 {
      if kinds.insert(page.isHome ? "home" : "page").inserted { files.insert(Site.file(at: page.address)) }
    }
    for page in site.generated where kinds.insert(page.kind.rawValue).inserted {
      files.insert(Site.file(at: page.address))
    }
    if let tag = site.tags.first { files.insert(Site.file(at: tag.address)) }
    if let alias = site.aliases.first { files.insert(Site.file(at: alias.address)) }
    return files
  }

  private func state(
    built: [String: [UInt8]] = [:], isChecking: Bool, stages: [(name: String, seconds: Double)]
  ) -> LiveState {
    LiveState(
      basePath: (shown?.site ?? read?.site)?.settings.baseURL.path ?? "/", files: shown?.makers ?? [:],
      site: read?.site, pages: read?.project.pages ?? [], diagnostics: diagnostics, built: built,
      isChecking: isChecking, stages: stages)
  }
}
