import Content
import Diagnostics
import Mustache
import Outputs

/// Everything that was read of a project: each file by itself, before pages know of each other.
struct Project: Sendable {
  let settings: Settings
  let data: SiteData
  let templates: TemplateSet
  let tree: SourceTree
  /// Sorted by path. One that cannot be read is empty.
  let pages: [ParsedPage]
  /// All input files, also those that cannot be read.
  let paths: [String]

  /// Puts the pages together.
  func resolved(drafts: Bool, threads: Int) async -> Site { await resolved(pages, drafts: drafts, threads: threads) }

  /// The same with other pages, sorted by path, in the place of its own.
  func resolved(_ pages: [ParsedPage], drafts: Bool, threads: Int) async -> Site {
    var options = Resolver.Options()
    options.drafts = drafts
    options.threads = threads
    options.hasSearch = templates.names.contains("layouts/search")
    options.directiveNames = Rendering.directiveNames(templates)
    return await Resolver(settings: settings, data: data, options: options).resolve(pages, paths: paths)
  }
}
