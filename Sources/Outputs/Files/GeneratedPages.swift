import Content
import Diagnostics
import Mustache

extension Output {
  /// The pages that sitegen makes from all others: glossary, references, topics, A to Z, not found.
  static let generatedPages = Output(name: nil) { rendering in
    rendering.site.generated.map { page in
      OutputTree.File(
        Site.file(at: page.address), .made { out in GeneratedPages.write(page, rendering, to: &out) })
    }
      + rendering.site.tags.map { tag in
        OutputTree.File(Site.file(at: tag.address), .made { out in TopicPages.write(tag, rendering, to: &out) })
      }
  }
}

enum GeneratedPages {
  static func write(_ page: GeneratedPage, _ rendering: Rendering, to out: inout [UInt8]) -> [Diagnostic] {
    let words = rendering.words(page.language)
    var diagnostics: [Diagnostic] = []
    let key = StringKey.title(of: page.kind)
    if words[key] == nil {
      diagnostics.append(
        Diagnostic(
          "template/missing-string", at: SourceLocation(file: "templates/strings/\(page.language).yml"),
          "the strings have no `\(key)`", help: "add the title of this page"))
    }
    let parts = rendering.site.generated.filter { $0.kind == page.kind && $0.language == page.language }
    let title = words[key] ?? page.kind.rawValue
    var own = pageValues(
      title: page.part == 1 ? title : "\(title) \(page.part)/\(parts.count)",
      description: words[StringKey.description(of: page.kind)],
      address: page.address,
      language: page.language, rendering)
    var context = rendering.shared[page.language] ?? Object()
    switch page.kind {
    case .glossary:
      let glossary = GlossaryPage(rendering, page.language, part: page.part)
      context["groups"] = glossary.groups
      own["references"] = ReferenceValues.list(of: glossary.citations, rendering, page.language)
      own["hasReferences"] = .flag(!glossary.citations.references.isEmpty)
    case .references: context["references"] = ReferencesPage.references(rendering, page.language, part: page.part)
    case .topics: context["topics"] = TopicPages.topics(rendering, page.language)
    case .index: context["groups"] = IndexPage.groups(rendering, page.language, withSearchTerms: true)
    case .search:
      context["groups"] = IndexPage.groups(rendering, page.language, withSearchTerms: false)
      context["topics"] = TopicPages.topics(rendering, page.language)
    case .notFound: break
    }
    context["hasParts"] = .flag(parts.count > 1)
    context["parts"] = .list(
      parts.map { part in
        [
          "number": .number(part.part), "url": .text(rendering.url(part.address)),
          "isCurrent": .flag(part.part == page.part),
        ]
      })
    context["page"] = .object(own)
    let layout = "layouts/\(page.kind.rawValue)"
    guard rendering.templates.names.contains(layout) else {
      return diagnostics + [
        Diagnostic(
          "template/missing-partial", at: SourceLocation(file: page.address), "no template is called '\(layout)'",
          help: "write templates/\(layout).html, or leave '\(page.kind.rawValue)' out of `outputs` in the settings")
      ]
    }
    return diagnostics
      + rendering.templates.render(layout, with: .object(context), page: page.address, into: &out)
  }

  /// The entries that part `number` of a list holds.
  static func part(_ number: Int, of entries: [Int], _ kind: GeneratedPage.Kind) -> [Int] {
    let size = GeneratedPage.entriesPerPart(kind)
    guard size < entries.count else { return entries }
    return Array(entries[min((number - 1) * size, entries.count)..<min(number * size, entries.count)])
  }

  /// The values of `page` for a page that no file stands behind: known keys, most without a value.
  static func pageValues(
    title: String, description: String?, address: String, language: String, _ rendering: Rendering
  ) -> Object {
    let settings = rendering.site.settings
    let direction = settings.languages.first { $0.tag == language }?.direction ?? "ltr"
    var values: Object = [
      "title": .text(title), "description": .optional(description), "url": .text(rendering.url(address)),
      "absoluteURL": .text(rendering.absoluteURL(address)), "language": .text(language), "direction": .text(direction),
      "isHome": false, "isDraft": false, "isHelpPage": false, "exit": false,
    ]
    values["breadcrumbs"] =
      rendering.home(language).map {
        [["title": .text($0.title), "url": .text(rendering.url(of: $0)), "isHome": true]]
      } ?? .absent
    for key in [
      "content", "audience", "warning", "contents", "section", "children", "previous", "next", "tags", "references",
      "terms", "review", "fields", "translations",
    ] { values[key] = .absent }
    for key in [
      "hasAudience", "hasWarning", "hasContents", "hasChildren", "hasTags", "hasReferences", "hasTerms",
      "hasTranslations",
    ] { values[key] = false }
    return values
  }

  /// Groups entries by the first letter of their label; what begins with none stands under `#`.
  static func byLetter(_ entries: [(label: String, value: Value)], as name: String) -> Value {
    var groups: [(letter: String, values: [Value])] = []
    var groupByLetter: [String: Int] = [:]
    let sorted = entries.map { (key: $0.label.lowercased(), label: $0.label, value: $0.value) }
      .sorted { ($0.key, $0.label) < ($1.key, $1.label) }
    for entry in sorted {
      let first = entry.key.first.map(String.init) ?? ""
      let letter = entry.key.first?.isLetter == true ? first.uppercased() : "#"
      // What begins with a digit sorts before the letters, and what begins with a quotation mark after them.
      if let group = groupByLetter[letter] {
        groups[group].values.append(entry.value)
      } else {
        groupByLetter[letter] = groups.count
        groups.append((letter, [entry.value]))
      }
    }
    return .list(
      groups.map { group in
        let anchor = group.letter == "#" ? "other" : group.letter.lowercased()
        return ["letter": .text(group.letter), "anchor": .text("letter-" + anchor), name: .list(group.values)]
      })
  }
}
