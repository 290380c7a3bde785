import Content
import Diagnostics
import Markdown
import Mustache
import Outputs

/// Load and Parse: reads the settings, templates, data and pages of a project.
///
/// With a cache, what depends on one file only is read again when that file has changed, and otherwise taken from there with
/// its diagnostics. There is one way through here, with and without, so that a preview cannot differ from a build.
struct ProjectReader {
  private let options: Build.Options
  private let progress: Progress
  private let cache: ReadCache?

  init(_ options: Build.Options, progress: Progress = Progress(), cache: ReadCache? = nil) {
    self.options = options
    self.progress = progress
    self.cache = cache
  }

  /// - Parameters:
  ///   - result: is told what is wrong.
  ///   - listed: the input files, if somebody has just listed them.
  /// - Returns: nil if the settings are so wrong that nothing else can be read.
  func read(_ result: inout Build.Result, _ watch: inout StopWatch, listed: Load? = nil) async -> Project? {
    let load = listed ?? Load(root: options.root, overlay: options.overlay)
    result.diagnostics += load.diagnostics
    let tree = cache.map { $0.tree(over: load.tree) } ?? load.tree
    guard let settings = settings(&result) else { return nil }
    var (data, problems) = DataReader.read(tree) { path, read in cache?.data(path, read) ?? read() }
    for path in load.unreadable where path.hasPrefix(DataReader.folder) {
      let file = path.dropFirst(DataReader.folder.count)
      data.incomplete.insert(String(file[..<(file.lastIndex(of: ".") ?? file.endIndex)]))
    }
    let (templates, mistakes) = cache?.templates(in: tree) ?? Rendering.templates(in: tree)
    result.diagnostics += problems + mistakes
    result.stages.append(("load", watch.lap()))

    let pages = await pages(tree, load.unreadable, settings, &result)
    result.stages.append(("parse", watch.lap()))
    // A folder of the wrong name would empty the site.
    if pages.isEmpty, !result.diagnostics.hasErrors() {
      result.diagnostics.append(
        Diagnostic(
          "input/no-pages", at: SourceLocation(file: "content"), "there are no pages to build",
          help: "a page is a Markdown file below content/, such as content/index.md"))
    }
    return Project(
      settings: settings, data: data, templates: templates, tree: tree, pages: pages,
      paths: tree.paths + load.unreadable)
  }

  static func isPage(_ path: String) -> Bool {
    path.hasPrefix("content/") && path.hasSuffix(".md") && !path.hasPrefix(DataReader.folder)
  }

  private func settings(_ result: inout Build.Result) -> Settings? {
    var files: [(path: String, bytes: [UInt8])] = []
    for path in options.configuration {
      do throws(FileSystem.Failure) {
        if let bytes = options.overlay[path] ?? cache?.pinned(path) {
          files.append((path, bytes))
        } else {
          files.append((path, try FileSystem.read(options.path(ofConfiguration: path))))
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
  private func pages(
    _ tree: SourceTree, _ unreadable: [String], _ settings: Settings, _ result: inout Build.Result
  ) async -> [ParsedPage] {
    let paths = tree.paths.filter(Self.isPage)
    progress.begin(.reading, total: paths.count)
    let parser = PageParser(settings: settings)
    cache?.expectPages(fields: settings.fields)
    let (cache, progress) = (cache, progress)
    let parsed = await parallelMap(paths.count, threads: options.threads) { i -> ReadCache.ReadPage in
      progress.step()
      let path = paths[i]
      func read() -> ReadCache.ReadPage {
        do throws(SourceTree.ReadError) {
          let (page, diagnostics) = parser.parse(try tree.read(path), path: path)
          return .init(page: page, diagnostics: diagnostics)
        } catch {
          return .init(page: .unread(path), diagnostics: [error.diagnostic(path)])
        }
      }
      return cache?.page(path, read) ?? read()
    }
    for page in parsed where !page.diagnostics.isEmpty { result.diagnostics += page.diagnostics }
    guard unreadable.contains(where: Self.isPage) else { return parsed.map(\.page) }
    return (parsed.map(\.page) + unreadable.filter(Self.isPage).map(ParsedPage.unread)).sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
  }
}
