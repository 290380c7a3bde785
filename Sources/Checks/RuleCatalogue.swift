/// What each rule finds and why, for people: on a terminal, and as one page of Markdown.
package enum RuleCatalogue {
  /// One rule, as lines of text.
  package static func text(of check: Check) -> String {
    var lines = ["\(check.id) (\(standing(check)))", "", check.explanation.finds, "", check.explanation.why, ""]
    for (name, files) in [("Bad", check.explanation.bad), ("Good", check.explanation.good)] {
      for (path, source) in files.sorted(by: { $0.key < $1.key }) {
        lines.append("\(name): \(path)")
        lines += source.split(separator: "\n", omittingEmptySubsequences: false).map {
          $0.isEmpty ? "  |" : "  | \($0)"
        }
        while lines.last == "  |" { lines.removeLast() }
        lines.append("")
      }
    }
    lines.append(silence(check))
    return lines.joined(separator: "\n") + "\n"
  }

  /// A page of all rules, by group.
  package static func markdown(_ checks: [Check]) -> String {
    var text = """
      # Rules

      What `sitegen check` and `sitegen build` look for: \(checks.count) rules. This page is made from the rules
      themselves by `sitegen explain --all`; their examples are run as tests.

      An **error** keeps the site from being published. A **warning** should be mended. **info** is worth a look. The
      settings may change what a rule counts as, for the whole site or for a section: see
      [settings](settings.md#checks). A comment with a reason silences a rule at one place: see
      [authoring](authoring.md#when-a-rule-is-wrong).

      """
    let groups = Dictionary(grouping: checks, by: \.group)
    text += "\n| group | rules |\n|---|---|\n"
    for group in groups.keys.sorted() {
      let links = (groups[group] ?? []).map { "[\($0.name)](#\(anchor($0)))" }
      text += "| `\(group)/` | \(links.joined(separator: ", ")) |\n"
    }
    for group in groups.keys.sorted() {
      text += "\n## \(group)/\n"
      for check in groups[group] ?? [] { text += section(check) }
    }
    return text
  }

  private static func section(_ check: Check) -> String {
    var text = "\n### \(check.id)\n\n*\(standing(check))*. \(check.explanation.finds)\n\n\(check.explanation.why)\n"
    for (name, files) in [("Bad", check.explanation.bad), ("Good", check.explanation.good)] {
      for (path, source) in files.sorted(by: { $0.key < $1.key }) {
        let fence = source.contains("```") ? "````" : "```"
        let body = shown(source)
        text += "\n\(name), `\(path)`:\n\n\(fence)\(language(of: path))\n\(body)\(fence)\n"
      }
    }
    return text
  }

  private static func standing(_ check: Check) -> String {
    check.severity.rawValue + (check.isOptIn ? ", off until the settings ask for it" : "")
  }

  private static func silence(_ check: Check) -> String {
    if check.isUnsuppressible { return "Nobody can silence this rule: it keeps readers from harm." }
    if case .reading = check.scope, check.severity == .error {
      return "Nobody can silence this rule: without what it asks for, nothing can be built."
    }
    return "To silence it at one place: <!-- sitegen-ignore \(check.id): reason -->"
  }

  /// An example in so far as anybody reads it: some are about things that are too long. Ends with a line feed.
  private static func shown(_ source: String) -> String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    var shown = lines.prefix(maxLines).map { $0.count > maxWidth ? $0.prefix(maxWidth) + "…" : $0 }
    if lines.count > maxLines { shown.append("…") }
    if shown.last?.isEmpty ?? false { shown.removeLast() }
    return visible(shown.joined(separator: "\n")) + "\n"
  }

  /// Some examples are about characters that nobody sees: those are shown by symbols.
  private static func visible(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\t": shown.unicodeScalars.append(scalar)
      case "\0"..<" ": shown.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? " ")
      case "\u{FEFF}": shown += "(byte-order mark)"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static let maxLines = 30
  private static let maxWidth = 200

  /// As GitHub makes the anchor of the rule's heading.
  private static func anchor(_ check: Check) -> String { check.id.filter { $0 != "/" } }

  private static func language(of path: String) -> String {
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    return ["md": "markdown", "yml": "yaml", "html": "html", "json": "json", "css": "css"][ending] ?? ""
  }
}

extension Check {
  fileprivate var name: Substring { id.drop { $0 != "/" }.dropFirst() }
}
