import Diagnostics

/// Reads `checks` of the settings: rule or group → severity, or → section → severity.
enum CheckLevels {
  private static let words = Severity.allCases.map(\.rawValue) + ["off"]

  static func read(_ node: DataNode?, _ problems: inout [Diagnostic]) -> [Settings.CheckLevel] {
    guard let node, !node.isNull else { return [] }
    guard let entries = node.entries else {
      problems.append(
        Diagnostic(
          "data/wrong-type", at: node.location, "`checks` takes rules, each with a severity",
          help: "write, for example, `language/long-sentence: warning`"))
      return []
    }
    return entries.flatMap { entry -> [Settings.CheckLevel] in
      let rule = LocatedText(entry.key, at: entry.keyLocation)
      guard let sections = entry.value.entries else { return level(rule, nil, entry.value, &problems) }
      return sections.flatMap { section in
        let name = section.key == "default" ? nil : LocatedText(section.key, at: section.keyLocation)
        return level(rule, name, section.value, &problems)
      }
    }
  }

  private static func level(
    _ rule: LocatedText, _ section: LocatedText?, _ node: DataNode, _ problems: inout [Diagnostic]
  ) -> [Settings.CheckLevel] {
    if let word = node.scalar {
      if word == "off" { return [.init(rule: rule, section: section, severity: nil)] }
      if let severity = Severity(rawValue: word) { return [.init(rule: rule, section: section, severity: severity)] }
      problems.append(
        Diagnostic(
          "data/wrong-type", at: node.location, "a check cannot count as '\(word)'",
          help: NearMiss.nearest(to: word, in: words).map { "did you mean '\($0)'" }
            ?? "it is one of: " + words.joined(separator: ", ")))
    } else {
      problems.append(
        Diagnostic(
          "data/wrong-type", at: node.location, "`\(rule.text)` takes a severity",
          help: "it is one of: " + words.joined(separator: ", ")))
    }
    return []
  }
}
