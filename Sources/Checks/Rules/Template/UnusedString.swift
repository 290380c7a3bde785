import Content
import Diagnostics
import Mustache

extension Check {
  /// A text of the interface that no page ever shows.
  static let unusedString = Check(
    "template/unused-string", .warning,
    .init(
      finds: "A text in templates/strings/ that no template and no part of the program asks for.",
      why: "Translators translate it for nothing, and a slip in a template's key stays unnoticed.",
      bad: [
        "templates/strings/en.yml": "menu: Menu\nsearch: Search\n",
        "templates/layouts/page.html": "<p>{{strings.menu}}</p>\n",
      ],
      good: [
        "templates/strings/en.yml": "menu: Menu\n",
        "templates/layouts/page.html": "<p>{{strings.menu}}</p>\n",
      ]),
    scope: .site { input in
      var asked = Set<String>()
      var names = Set<Substring>()
      for path in input.templates.valuePaths {
        if path.hasPrefix("strings.") { asked.insert(String(path.dropFirst("strings.".count))) }
        if let last = path.split(separator: ".").last { names.insert(last) }
      }
      return input.site.data.strings.sorted { $0.key < $1.key }.flatMap { language, node in
        StringTexts(node).entries.compactMap { entry -> Finding? in
          // Whoever asks for a group may print all of it.
          var path = ""
          for key in entry.keys {
            path += (path.isEmpty ? "" : ".") + key.text
            if asked.contains(path) || StringKey.isAskedFor(path, names: names) { return nil }
          }
          guard let last = entry.keys.last else { return nil }
          return Finding(
            at: last.location, "nothing asks for the text '\(entry.path)'",
            help: NearMiss.nearest(to: entry.path, in: asked.subtracting(known(node))).map {
              "a template asks for '\($0)'; is that meant?"
            } ?? "remove it, in every language")
        }
      }
    })

  private static func known(_ node: DataNode) -> [String] { StringTexts(node).entries.map(\.path) }
}
