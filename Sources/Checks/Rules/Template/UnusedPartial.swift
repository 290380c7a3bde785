import Content
import Diagnostics
import Mustache

extension Check {
  /// A template that no page is made with.
  static let unusedPartial = Check(
    "template/unused-partial", .warning,
    .init(
      finds: "A template that no other template includes and that the program does not ask for.",
      why: "Somebody will change it one day and wonder why the site stays as it is.",
      bad: [
        "templates/layouts/page.html": "<main>{{{page.content}}}</main>\n",
        "templates/partials/banner.html": "<p>Help is there day and night.</p>\n",
      ],
      good: [
        "templates/layouts/page.html": "{{> partials/banner}}\n<main>{{{page.content}}}</main>\n",
        "templates/partials/banner.html": "<p>Help is there day and night.</p>\n",
      ]),
    scope: .site { input in
      let templates = input.templates
      var reached = Set(templates.names.filter(isAskedFor))
      var waiting = Array(reached)
      while let name = waiting.popLast() {
        // The data say what it includes, so it may be any.
        if templates.hasDynamicReferences(name) { return [] }
        for reference in templates.references(of: name) where reached.insert(reference).inserted {
          waiting.append(reference)
        }
      }
      var unused = templates.names.filter { !reached.contains($0) }
      // A slip in a name leaves the right one unused, and is told where it is.
      for missing in reached.subtracting(templates.names) {
        let meant = NearMiss.nearest(to: missing, in: unused)
        unused.removeAll { $0 == meant }
      }
      return unused.map { name in
        let path = "templates/\(name).html"
        return Finding(
          at: SourceLocation(file: path, line: 1, column: 1, length: input.line(1, of: path)?.count ?? 0),
          "nothing includes the template '\(name)'",
          help: "write {{> \(name)}} where it belongs, or remove the file")
      }
    })

  /// Templates that the program draws by their name.
  private static func isAskedFor(_ name: String) -> Bool {
    if name.hasPrefix("once/") || name.hasPrefix("directives/") { return true }
    let layouts = ["page", "home", "topic", "redirect", "offline"] + GeneratedPage.Kind.allCases.map(\.rawValue)
    return layouts.contains { name == "layouts/" + $0 }
      || ["citation", "support-line", "term"].contains { name == "inlines/" + $0 }
  }
}
