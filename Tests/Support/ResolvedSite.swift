import Content
import Diagnostics

/// A site of files in memory, read and resolved as a build does it.
///
///     let resolved = try await ResolvedSite(["content/index.md": page("Home", "Welcome.")])
package struct ResolvedSite {
  package struct NoSettings: Error { package let problems: [Diagnostic] }
  package struct NoSuchPage: Error { package let path: String }

  package static let settings = "title: Example\nbaseURL: https://example.org/\noutputs: []\n"

  package let site: Site
  package let tree: SourceTree
  /// What reading settings, data and pages complained of.
  package let diagnostics: [Diagnostic]

  /// - Parameter files: text by path below the project's root. Settings with no outputs are added if there are none.
  package init(
    _ files: [String: String], drafts: Bool = false, threads: Int = 1, directiveNames: Set<String> = []
  ) async throws {
    let tree = SourceTree(files)
    let (settings, found) = SettingsReader.read([
      ("sitegen.yml", Array((files["sitegen.yml"] ?? Self.settings).utf8))
    ])
    guard let settings else { throw NoSettings(problems: found) }
    var problems = found
    let (data, mistakes) = DataReader.read(tree)
    problems += mistakes
    let parser = PageParser(settings: settings)
    var pages: [ParsedPage] = []
    for path in tree.paths where path.hasPrefix("content/") && path.hasSuffix(".md") {
      let (page, mistakes) = parser.parse(try tree.read(path), path: path)
      pages.append(page)
      problems += mistakes
    }
    var options = Resolver.Options()
    options.drafts = drafts
    options.threads = threads
    options.directiveNames = directiveNames
    site = await Resolver(settings: settings, data: data, options: options).resolve(pages, paths: tree.paths)
    self.tree = tree
    diagnostics = problems
  }

  /// - Parameter path: below `content/`, such as `risks/index.md`.
  package func page(_ path: String) throws -> Page {
    guard let page = site.page(at: "content/" + path) else { throw NoSuchPage(path: path) }
    return page
  }

  /// Paths below `content/`, for comparing indices in words.
  package func paths(_ indices: [Int]) -> [String] {
    indices.map { String(site.pages[$0].path.dropFirst("content/".count)) }
  }
}

/// The text of a page's file.
///
/// - Parameter more: further lines of its front matter.
package func page(_ title: String, _ body: String = "Text.\n", _ more: String = "") -> String {
  "---\ntitle: \(title)\n\(more.isEmpty || more.hasSuffix("\n") ? more : more + "\n")---\n\(body)"
}
