import Content
import Diagnostics

/// Settings of a site in English and German.
private let twoLanguages = """
  title: Example
  baseURL: https://example.org/
  languages: {en: {name: English}, de: {name: Deutsch}}
  outputs: []

  """

extension Check {
  /// A text of the interface that one language has and another lacks.
  static let missingTranslation = Check(
    "template/missing-translation", .warning,
    .init(
      finds: "A text in templates/strings/ of one language that another language of the site does not have.",
      why: "Readers of that language get a line in a language that they may not know.",
      bad: [
        "sitegen.yml": twoLanguages,
        "templates/layouts/page.html": "<a>{{strings.menu}}</a> <a>{{strings.help}}</a>\n",
        "templates/strings/en.yml": "menu: Menu\nhelp: Get help now\n",
        "templates/strings/de.yml": "menu: Menü\n",
      ],
      good: [
        "sitegen.yml": twoLanguages,
        "templates/layouts/page.html": "<a>{{strings.menu}}</a> <a>{{strings.help}}</a>\n",
        "templates/strings/en.yml": "menu: Menu\nhelp: Get help now\n",
        "templates/strings/de.yml": "menu: Menü\nhelp: Hilfe holen\n",
      ]),
    scope: .site { input in
      let files = input.site.settings.languages.compactMap { language in
        input.site.data.strings[language.tag].map { (tag: language.tag, texts: StringTexts($0)) }
      }
      var found: [Finding] = []
      for (tag, texts) in files {
        let own = Set(texts.entries.map(\.path))
        var told = Set<String>()
        for other in files where other.tag != tag {
          for entry in other.texts.entries where !own.contains(entry.path) && told.insert(entry.path).inserted {
            guard let key = entry.keys.last else { continue }
            found.append(
              Finding(
                at: place(for: entry.keys, texts, tag), "'\(entry.path)' is not there in the language '\(tag)'",
                help: "translate it from \(DataReader.stringsFolder)\(other.tag).yml",
                notes: [.init("the text in '\(other.tag)'", at: key.location)]))
          }
        }
      }
      return found
    })

  /// The group that lacks a text; the top of the file if it lacks the group too.
  private static func place(for keys: [LocatedText], _ texts: StringTexts, _ tag: String) -> SourceLocation {
    for depth in stride(from: keys.count - 1, to: 0, by: -1) {
      for entry in texts.entries where entry.keys.count > depth {
        if entry.keys.prefix(depth).map(\.text) == keys.prefix(depth).map(\.text) {
          return entry.keys[depth - 1].location
        }
      }
    }
    return SourceLocation(file: "\(DataReader.stringsFolder)\(tag).yml", line: 1, column: 1)
  }
}
