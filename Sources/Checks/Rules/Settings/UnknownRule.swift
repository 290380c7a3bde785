import Content
import Diagnostics

extension Check {
  /// A line of `checks` in the settings that no check or page belongs to, or that would silence what may not be.
  static let unknownRule = Check(
    "settings/unknown-rule", .error,
    .init(
      finds:
        "A rule, group or section under `checks` in sitegen.yml that does not exist, or a rule that cannot be turned down.",
      why: "Somebody believes that a rule is on or off, and it is not.",
      bad: [
        "sitegen.yml":
          "title: Example\nbaseURL: https://example.org/\noutputs: []\nchecks: {link/mising-page: warning}\n"
      ],
      good: [
        "sitegen.yml":
          "title: Example\nbaseURL: https://example.org/\noutputs: []\nchecks: {link/missing-page: warning}\n"
      ]),
    scope: .site { input in
      let ids = Check.all.map(\.id)
      let groups = Set(Check.all.map { String($0.group) })
      return input.site.settings.checks.compactMap { line in
        let name = line.rule.text
        if let section = line.section, !isSection(section.text, input) {
          let pages = input.site.pages.map { String($0.path.dropFirst("content/".count).dropLast(".md".count)) }
          let known = pages + Set(pages.compactMap { page in page.lastIndex(of: "/").map { String(page[..<$0]) } })
          return Finding(
            at: section.location, "no page or section '\(section.text)' in content/",
            help: NearMiss.nearest(to: section.text, in: known).map { "the nearest is '\($0)'" }
              ?? "name a folder or a page below content/, without ending, or `default`")
        }
        if groups.contains(name) { return nil }
        guard let check = Check.all.first(where: { $0.id == name }) else {
          return Finding(
            at: line.rule.location, "no rule '\(name)'",
            help: NearMiss.nearest(to: name, in: ids + groups).map { "the nearest is '\($0)'" }
              ?? "`sitegen explain --all` lists the rules")
        }
        if line.severity == .error { return nil }
        if check.isUnsuppressible {
          return Finding(
            at: line.rule.location, "'\(name)' cannot be turned down: it keeps readers from harm",
            help: "remove the line, and change the text that it speaks of")
        }
        if case .reading = check.scope, check.severity == .error, check.group != "suppression" {
          return Finding(
            at: line.rule.location, "'\(name)' cannot be turned down: without it nothing can be built",
            help: "remove the line")
        }
        return nil
      }
    })

  private static func isSection(_ name: String, _ input: CheckInput) -> Bool {
    input.site.pages.contains { $0.path == "content/\(name).md" || $0.path.hasPrefix("content/\(name)/") }
  }
}
