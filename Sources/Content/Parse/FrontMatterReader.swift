import Diagnostics
import Markdown

/// Reads a page's front matter against its closed schema.
struct FrontMatterReader {
  let path: String
  /// Fields that the site adds.
  let extra: [String: Settings.FieldKind]

  static let keys = [
    "title", "description", "order", "status", "aliases", "tags", "audience", "exit", "warning", "searchTerms",
    "review",
  ]

  func read(_ node: DataNode?, _ problems: inout [Diagnostic]) -> FrontMatter {
    let start = SourceLocation(file: path, line: 1, column: 1)
    // A title that is only there so that other pages can still link here; the missing one is reported.
    var made = FrontMatter(title: LocatedText(path, at: start))
    guard let node else { return made }
    let keys = extra.isEmpty ? Self.keys : Self.keys + extra.keys.sorted()
    guard var fields = node.fields("the front matter", keys: keys, &problems) else { return made }
    if fields.entries.isEmpty { fields = DataFields(name: "the front matter", location: start, entries: []) }
    if let title = fields.requiredText("title", &problems) {
      made.title = LocatedText(title, at: fields["title"]?.location ?? start)
    }
    made.description = located("description", fields, &problems)
    made.order = fields.integer("order", &problems)
    made.status = choice("status", fields, &problems) ?? .published
    made.aliases = (fields.texts("aliases", of: "addresses", &problems) ?? []).filter { isAddress($0, &problems) }
    made.tags = (fields.texts("tags", &problems) ?? []).filter { isTag($0, &problems) }
    made.audience = fields.texts("audience", &problems) ?? []
    made.exit = fields.flag("exit", &problems) ?? false
    made.warning = fields.texts("warning", of: "topics", &problems) ?? []
    made.searchTerms = fields.texts("searchTerms", &problems) ?? []
    made.review = review(fields, &problems)
    made.fields = fields.entries.filter { entry in
      guard let kind = extra[entry.key] else { return false }
      return matches(entry, kind, &problems)
    }
    return made
  }

  private func located(_ key: String, _ fields: DataFields, _ problems: inout [Diagnostic]) -> LocatedText? {
    guard let node = fields[key], let text = node.text(key, &problems) else { return nil }
    return LocatedText(text, at: node.location)
  }

  private func choice<T: RawRepresentable & CaseIterable>(
    _ key: String, _ fields: DataFields, _ problems: inout [Diagnostic]
  ) -> T? where T.RawValue == String {
    guard let node = fields[key], let text = node.text(key, &problems) else { return nil }
    if let value = T(rawValue: text) { return value }
    let known = T.allCases.map(\.rawValue)
    problems.append(
      Diagnostic(
        "data/wrong-type", at: node.location, "`\(key)` cannot be '\(text)'",
        help: NearMiss.nearest(to: text, in: known).map { "did you mean '\($0)'" }
          ?? "it is one of: " + known.joined(separator: ", ")))
    return nil
  }

  private func isAddress(_ alias: LocatedText, _ problems: inout [Diagnostic]) -> Bool {
    let text = alias.text
    let plain = text.utf8.allSatisfy { $0 > 32 && $0 != 127 && !"?#\"<>\\%".utf8.contains($0) }
    let parts = text.split(separator: "/")
    let isNormal = !parts.isEmpty && !parts.contains { $0 == "." || $0 == ".." }
    if text.hasPrefix("/"), isNormal, plain, !text.contains("//") { return true }
    problems.append(
      Diagnostic(
        "content/alias-syntax", at: alias.location, "an alias is a former address of this page, such as /old/page/",
        help: "start it with '/', without the site's name"))
    return false
  }

  /// A tag's page stands at the tag's letters and digits, so it needs at least one.
  private func isTag(_ tag: LocatedText, _ problems: inout [Diagnostic]) -> Bool {
    if Slug.make(tag.text).contains(where: { $0 != "-" && $0 != "_" }) { return true }
    problems.append(
      Diagnostic(
        "content/tag-syntax", at: tag.location, "a tag has letters or digits", help: "remove it, or name the topic"))
    return false
  }

  private func review(_ fields: DataFields, _ problems: inout [Diagnostic]) -> Review? {
    let keys = ["state", "on", "due", "by", "role", "content"]
    guard let review = fields.fields("review", keys: keys, &problems) else { return nil }
    let before = problems.count
    guard review.required("state", &problems) != nil, review.required("on", &problems) != nil else { return nil }
    let state: Review.State? = choice("state", review, &problems)
    let on = review.day("on", &problems)
    let due = review.day("due", &problems)
    let by = review.text("by", &problems)
    let role = review.text("role", &problems)
    let content = review.text("content", &problems)
    guard problems.count == before, let state, let on else { return nil }
    if state == .reviewed, by == nil {
      problems.append(
        Diagnostic(
          "review/no-reviewer", at: review.location, "a reviewed page names its reviewer",
          help: "add `by` and `role`, or set `state: compiled` until somebody has signed"))
    }
    if let due, due < on {
      problems.append(
        Diagnostic(
          "review/due-before-review", at: review.location(of: "due"), "the next review is due before the last one"))
    }
    return Review(
      state: state, on: on, due: due, by: by, role: role, content: content, location: fields.location(of: "review"),
      dueLocation: review["due"]?.location, byLocation: review["by"]?.location,
      contentLocation: review["content"]?.location)
  }

  /// Whether an added field holds what the settings say.
  private func matches(_ entry: DataNode.Entry, _ kind: Settings.FieldKind, _ problems: inout [Diagnostic]) -> Bool {
    switch kind {
    case .text: entry.value.text(entry.key, &problems) != nil
    case .number: entry.value.integer(entry.key, &problems) != nil
    case .flag: entry.value.flag(entry.key, &problems) != nil
    case .date: entry.value.day(entry.key, &problems) != nil
    case .list: entry.value.texts(entry.key, &problems) != nil
    }
  }
}
