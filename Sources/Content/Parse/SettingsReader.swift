import Diagnostics

/// Reads `sitegen.yml`. Only `title` and `baseURL` are required.
package enum SettingsReader {
  private static let keys = [
    "title", "description", "baseURL", "languages", "navigation", "helpPage", "exitURL", "fields", "rawHTML", "outputs",
    "feedLength",
  ]

  /// Reads the files one over the other: a key of a later file wins.
  ///
  /// - Parameter baseURL: replaces the files' own, as for a preview elsewhere.
  /// - Returns: no settings if anything is wrong.
  package static func read(
    _ files: [(path: String, bytes: [UInt8])], baseURL: String? = nil
  ) -> (Settings?, [Diagnostic]) {
    var problems: [Diagnostic] = []
    var entries: [DataNode.Entry] = []
    for (path, bytes) in files {
      let (node, found) = YAML.read(bytes, file: path)
      problems += found
      guard let fields = node?.fields("the settings", keys: keys, &problems) else { continue }
      entries.removeAll { old in fields.entries.contains { $0.key == old.key } }
      entries += fields.entries
    }
    let place = SourceLocation(file: files.last?.path ?? "sitegen.yml", line: 1, column: 1)
    let fields = DataFields(name: "the settings", location: place, entries: entries)
    let settings = read(fields, baseURL, &problems)
    return (problems.hasErrors() ? nil : settings, problems)
  }

  private static func read(_ fields: DataFields, _ override: String?, _ problems: inout [Diagnostic]) -> Settings? {
    let title = fields.requiredText("title", &problems)
    let written = override ?? fields.requiredText("baseURL", &problems)
    let baseURL = written.flatMap(BaseURL.init)
    if let written, baseURL == nil {
      problems.append(
        Diagnostic(
          "settings/base-url", at: fields.location(of: "baseURL"),
          "'\(written)' is no address that a site can stand at",
          help: "write it in full, such as https://example.org/ or https://example.org/ketamine/"))
    }
    let languages = readLanguages(fields, &problems)
    let added = readFields(fields, &problems)
    let length = fields.integer("feedLength", &problems) ?? 20
    guard let title, let baseURL else { return nil }
    return Settings(
      title: title, description: fields.text("description", &problems) ?? "", baseURL: baseURL, languages: languages,
      navigation: fields.texts("navigation", of: "sections and pages", &problems) ?? [],
      helpPage: fields["helpPage"].flatMap { node in
        node.text("helpPage", &problems).map { LocatedText($0, at: node.location) }
      },
      exitURL: fields.text("exitURL", &problems), fields: added,
      rawHTML: fields.texts("rawHTML", of: "pages", &problems) ?? [],
      outputs: fields.texts("outputs", &problems), feedLength: max(0, length))
  }

  private static func readLanguages(_ fields: DataFields, _ problems: inout [Diagnostic]) -> [Settings.Language] {
    let english = Settings.Language(tag: "en", name: "English", direction: "ltr")
    guard let entries = fields["languages"]?.entries else {
      if let other = fields["languages"], !other.isNull { _ = other.fields("languages", keys: [], &problems) }
      return [english]
    }
    var languages: [Settings.Language] = []
    for entry in entries {
      guard let language = entry.value.fields("language", keys: ["name", "direction"], &problems) else { continue }
      let direction = language.text("direction", &problems) ?? "ltr"
      if direction != "ltr" && direction != "rtl" {
        problems.append(
          Diagnostic("data/wrong-type", at: language.location(of: "direction"), "`direction` is ltr or rtl"))
      }
      languages.append(
        Settings.Language(
          tag: entry.key, name: language.requiredText("name", &problems) ?? entry.key, direction: direction))
    }
    return languages.isEmpty ? [english] : languages
  }

  private static func readFields(_ fields: DataFields, _ problems: inout [Diagnostic]) -> [String: Settings.FieldKind] {
    var added: [String: Settings.FieldKind] = [:]
    for entry in fields["fields"]?.entries ?? [] {
      guard let text = entry.value.text(entry.key, &problems) else { continue }
      guard let kind = Settings.FieldKind(rawValue: text) else {
        problems.append(
          Diagnostic(
            "data/wrong-type", at: entry.value.location, "`\(entry.key)` cannot be '\(text)'",
            help: "it is one of: " + Settings.FieldKind.allCases.map(\.rawValue).joined(separator: ", ")))
        continue
      }
      added[entry.key] = kind
    }
    return added
  }
}
