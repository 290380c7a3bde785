import Content
import Diagnostics

/// One kind of file that a build makes: one value, one file in `Files/`, one line in `Output.all`.
struct Output: Sendable {
  /// What `outputs` in the settings calls it; nil for those that are always made.
  let name: String?
  let files: @Sendable (Rendering) -> [OutputTree.File]

  static let all: [Output] = [
    .pages, .assets, .copies, .generatedPages, .sitemap, .robots, .feed, .redirects, .headers, .search, .offlinePage,
    .offlineFolder,
  ]
}

extension OutputTree {
  /// Everything that the site consists of.
  package init(_ rendering: Rendering) {
    let wanted = rendering.site.settings.outputs
    var diagnostics = rendering.diagnostics
    // The search is both a page and the files behind it.
    let known = Set(Output.all.compactMap(\.name) + GeneratedPage.Kind.allCases.map(\.rawValue))
    for entry in wanted ?? [] where !known.contains(entry.text) {
      diagnostics.append(
        Diagnostic(
          "settings/unknown-output", at: entry.location, "no output '\(entry.text)'",
          help: NearMiss.nearest(to: entry.text, in: known).map { "the nearest is '\($0)'" }
            ?? "outputs are: " + known.sorted().joined(separator: ", ")))
    }
    let names = wanted.map { Set($0.map(\.text)) }
    var files: [File] = []
    for output in Output.all {
      if let name = output.name, let names, !names.contains(name) { continue }
      files += output.files(rendering)
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for (a, b) in zip(files, files.dropFirst()) where a.path == b.path {
      diagnostics.append(
        Diagnostic(
          "content/duplicate-address", at: SourceLocation(file: b.path), "two things want to be the file '\(b.path)'",
          help: "rename the page or file that makes it"))
    }
    self.files = files
    self.diagnostics = diagnostics
  }
}
