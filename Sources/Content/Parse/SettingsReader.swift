import Diagnostics

/// Reads `sitegen.yml`. Only `title` and `baseURL` are required.
package enum SettingsReader {
  private static let keys = [
    "title", "description", "baseURL", "languages", "navigation", "helpPage", "exitURL", "fields", "rawHTML", "outputs",
    "feedLength", "checks",
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
    var misspelt: Set<String> = []
    var isReadable = true
    for (path, bytes) in files {
      let (node, found) = YAML.read(bytes, file: path)
      problems += found
      guard let fields = node?.fields(path, keys: keys, &problems) else {
        isReadable = false
        continue
      }
      entries.removeAll { old in fields.entries.contains { $0.key == old.key } }
      entries += fields.entries
      misspelt.formUnion(fields.misspelt)
    }
    // What a file that cannot be read lacks is nothing to complain of.
    guard isReadable else { return (nil, problems) }
    let path = files.last?.path ?? "sitegen.yml"
    let place = SourceLocation(file: path, line: 1, column: 1)
    let fields = DataFields(name: path, location: place, entries: entries, misspelt: misspelt)
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
          "settings/base-url",
          at: override == nil ? fields["baseURL"]?.location ?? fields.location : SourceLocation(file: fields.name),
          "'\(written)' is no address that a site can stand at",
          help: "write it in full, such as https://example.org/ or https://example.org/ketamine/",
          notes: override == nil ? [] : [.init("it was given with the command, not in the file")]))
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
      outputs: fields.texts("outputs", &problems), feedLength: max(0, length),
      checks: CheckLevels.read(fields["checks"], &problems))
  }

  private static func readLanguages(_ fields: DataFields, _ problems: inout [Diagnostic]) -> [Settings.Language] {
    let english = Settings.Language(tag: "en", name: "English", direction: "ltr")
    guard let entries = fields["languages"]?.entries else {
      if let other = fields["languages"], !other.isNull { _ = other.fields("languages", keys: [], &problems) }
      return [english]
    }
    var languages: [Settings.Language] = []
    for entry in entries {
      if !isTag(entry.key) {
        problems.append(
          Diagnostic(
            "settings/language-tag", at: entry.keyLocation, "a language is named by its tag, such as en or pt-BR",
            help: "tags have letters, digits and hyphens only"))
        continue
      }
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

  /// The letters of a BCP 47 tag. It becomes a folder of the site, so nothing else may be in it.
  private static func isTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return (2...8).contains(parts.first?.count ?? 0)
      && parts.allSatisfy { part in
        (1...8).contains(part.utf8.count)
          && part.utf8.allSatisfy { ($0 | 32 >= 97 && $0 | 32 <= 122) || ($0 >= 48 && $0 <= 57) }
      }
  }

  private static func readFields(_ fields: DataFields, _ problems: inout [Diagnostic]) -> [String: Settings.FieldKind] {
    var added: [String: Settings.FieldKind] = [:]
    guard let entries = fields["fields"]?.entries else {
      if let other = fields["fields"], !other.isNull { _ = other.fields("fields", keys: [], &problems) }
      return added
    }
    for entry in entries {
      if FrontMatterReader.keys.contains(entry.key) {
        problems.append(
          Diagnostic(
            "settings/field-name", at: entry.keyLocation, "every page has a `\(entry.key)` already",
            help: "give the field another name"))
        continue
      }
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
