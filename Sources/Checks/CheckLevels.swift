import Content
import Diagnostics

/// What each check counts as on each page: its own severity, or what the settings say.
struct CheckLevels: Sendable {
  enum Level: Sendable, Equatable {
    /// As the check or the finding has it.
    case own
    case severity(Severity)
    case off
  }

  private let byRule: [String: [Settings.CheckLevel]]
  private let optIn: Set<String>

  init(_ settings: Settings, _ checks: [Check]) {
    byRule = Dictionary(grouping: settings.checks, by: \.rule.text)
    optIn = Set(checks.lazy.filter(\.isOptIn).map(\.id))
  }

  /// A rule's own line counts before its group's, the longest section before a shorter one.
  func level(of rule: String, at file: String) -> Level {
    for name in byRule.isEmpty ? [] : [rule[...], rule.prefix { $0 != "/" }] {
      guard let lines = byRule[String(name)] else { continue }
      let fitting = lines.filter { line in line.section.map { covers($0.text, file) } ?? true }
      if let line = fitting.max(by: { ($0.section?.text.count ?? -1) < ($1.section?.text.count ?? -1) }) {
        return line.severity.map(Level.severity) ?? .off
      }
    }
    return optIn.contains(rule) ? .off : .own
  }

  /// Whether a rule is off wherever it could find something, so that it need not run.
  func isOffEverywhere(_ check: Check) -> Bool {
    if byRule[check.id] == nil, byRule[String(check.group)] == nil { return check.isOptIn }
    let lines = (byRule[check.id] ?? []) + (byRule[String(check.group)] ?? [])
    let hasDefault = lines.contains { $0.section == nil }
    return lines.allSatisfy { $0.severity == nil } && (hasDefault || check.isOptIn)
  }

  private func covers(_ section: String, _ file: String) -> Bool {
    file == "content/\(section).md" || file.hasPrefix("content/\(section)/")
      || (section == "index" && file == "content/index.md")
  }
}
