import Content
import Diagnostics
import Mustache
import Testing

@testable import Checks

/// A small site in memory with marks in its sources: `See 👉[setup](instal.md)👈`. What stands between two marks is where
/// a check has to find something; the marks themselves are taken out before anything is read.
struct MarkedSite {
  struct Mark: Hashable, CustomStringConvertible {
    let file: String
    let line: Int
    let column: Int
    let length: Int
    var description: String { "\(file):\(line):\(column) (\(length) bytes)" }
  }

  private(set) var files: [String: String] = [:]
  private(set) var marks: [Mark] = []

  /// - Parameter files: by path. A page's text may do without front matter, and gets a title then; a settings file and
  ///   the rest of a good site are added where they are missing.
  init(_ files: [String: String]) throws {
    for (path, source) in files.sorted(by: { $0.key < $1.key }) {
      var text = source
      if path.hasPrefix("content/"), path.hasSuffix(".md"), !text.hasPrefix("---\n"), !text.hasPrefix("👉---") {
        text = "---\ntitle: \(path)\n---\n" + text
      }
      self.files[path] = try take(text, path)
    }
    for (path, text) in ["sitegen.yml": Self.settings, "content/index.md": "---\ntitle: Home\n---\nWelcome.\n"]
    where self.files[path] == nil { self.files[path] = text }
  }

  static let settings = "title: Example\nbaseURL: https://example.org/\noutputs: []\n"

  private mutating func take(_ source: String, _ path: String) throws -> String {
    var text = ""
    for (i, part) in source.split(separator: "👉", omittingEmptySubsequences: false).enumerated() {
      guard i > 0 else {
        text += part
        continue
      }
      let pieces = part.split(separator: "👈", omittingEmptySubsequences: false)
      try #require(pieces.count == 2, "every 👉 needs its 👈 in \(path)")
      let line = text.utf8.count { $0 == 10 }
      let start = text.utf8.lastIndex(of: 10).map { text.utf8.distance(from: $0, to: text.utf8.endIndex) - 1 }
      let length = pieces[0].utf8.prefix { $0 != 10 }.count
      marks.append(Mark(file: path, line: line + 1, column: (start ?? text.utf8.count) + 1, length: length))
      text += pieces[0] + pieces[1]
    }
    return text
  }

  /// What checks look at, and what reading the sources complained of.
  func input(
    drafts: Bool = false, directives: Set<String> = [], today: CalendarDay? = nil, published: [LocatedText] = []
  ) async throws -> (CheckInput, [Diagnostic]) {
    let tree = SourceTree(files.filter { !$0.key.hasPrefix("public/") })
    let (settings, problems) = SettingsReader.read([("sitegen.yml", Array((files["sitegen.yml"] ?? "").utf8))])
    let (data, more) = DataReader.read(tree)
    let known = try #require(settings, "\(problems)")
    let parser = PageParser(settings: known)
    var found = problems + more
    let pages = try tree.paths.filter { $0.hasPrefix("content/") && $0.hasSuffix(".md") }.map { path in
      let (page, problems) = parser.parse(try tree.read(path), path: path)
      found += problems
      return page
    }
    var sources: [String: TemplateFile] = [:]
    for path in tree.paths where path.hasPrefix("templates/") && path.hasSuffix(".html") {
      sources[String(path.dropFirst("templates/".count).dropLast(".html".count))] = TemplateFile(
        path: path, bytes: try tree.read(path))
    }
    let templates = TemplateSet(sources)
    var options = Resolver.Options()
    options.drafts = drafts
    let drawn = templates.names.filter { $0.hasPrefix("directives/") }.map { String($0.dropFirst("directives/".count)) }
    options.directiveNames = directives.union(drawn)
    let site = await Resolver(settings: known, data: data, options: options).resolve(pages, paths: tree.paths)
    let input = CheckInput(site: site, today: today, templates: templates, tree: tree, published: published)
    return (input, found + templates.diagnostics)
  }

  /// Everything that is found by the checks given and while reading.
  func found(
    by checks: [Check], drafts: Bool = false, directives: Set<String> = [], today: CalendarDay? = nil,
    published: [LocatedText] = []
  ) async throws -> [Diagnostic] {
    let (input, problems) = try await input(
      drafts: drafts, directives: directives, today: today, published: published)
    let run = CheckRun(input, checks: checks)
    var all = await problems + run.findInSources(threads: 1)
    for (i, path) in files.keys.sorted().enumerated() where path.hasPrefix("public/") {
      let inside = String(path.dropFirst("public/".count))
      let bytes = Array((files[path] ?? "").utf8)
      // As a build names the output folder.
      all += run.findInOutput(inside, bytes, common: CommonParts([]), item: i).map { diagnostic in
        var named = diagnostic
        if named.location.file == inside { named.location.file = path }
        return named
      }
    }
    return run.judged(all).sortedForReport()
  }
}

/// Runs one check: it must find what is marked, at exactly these bytes, and nothing else.
///
/// - Returns: the findings, sorted, for a look at their words.
@discardableResult
func findings(
  of check: Check, _ files: [String: String], directives: Set<String> = [], drafts: Bool = false,
  today: CalendarDay? = nil, published: [LocatedText] = [],
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) async throws -> [Diagnostic] {
  let marked = try MarkedSite(files)
  let found = try await marked.found(
    by: [check], drafts: drafts, directives: directives, today: today, published: published)
  let places = found.map { finding in
    let place = finding.location
    return MarkedSite.Mark(file: place.file, line: place.line, column: place.column, length: place.length)
  }
  for (finding, place) in zip(found, places) where !marked.marks.contains(place) {
    Issue.record("found at \(place), which is not marked: \(finding.message)", sourceLocation: sourceLocation)
  }
  for mark in marked.marks where !places.contains(mark) {
    Issue.record("not found at \(mark); found at \(places)", sourceLocation: sourceLocation)
  }
  for finding in found where finding.rule != check.id {
    Issue.record("found by \(finding.rule)", sourceLocation: sourceLocation)
  }
  return found
}
