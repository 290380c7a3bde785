import Content
import Diagnostics
import Testing

@testable import Checks

/// What findings count as: by rule, by group, by section.
@Suite struct CheckLevelsTests {
  private func severities(_ checks: String) async throws -> [String: Severity] {
    let files = [
      "sitegen.yml": MarkedSite.settings + checks, "content/a.md": "[x](no.md)\n", "content/risks/b.md": "[x](no.md)\n",
      "content/risks/deep/c.md": "[x](no.md)\n", "content/riskier/d.md": "[x](no.md)\n",
    ]
    let found = try await MarkedSite(files).found(by: [.missingPage])
    return Dictionary(
      uniqueKeysWithValues: found.map { (String($0.location.file.dropFirst(8).dropLast(3)), $0.severity) })
  }

  @Test func withoutSettingsEveryRuleCountsAsItsOwn() async throws {
    #expect(try await severities("") == ["a": .error, "risks/b": .error, "risks/deep/c": .error, "riskier/d": .error])
  }

  @Test func theLongestSectionCounts() async throws {
    #expect(
      try await severities("checks: {link/missing-page: {default: info, risks: warning, risks/deep: \"off\"}}\n")
        == ["a": .info, "risks/b": .warning, "riskier/d": .info])
  }

  @Test func aRuleCountsBeforeItsGroup() async throws {
    #expect(
      try await severities("checks: {link: off, link/missing-page: {risks: warning}}\n")
        == ["risks/b": .warning, "risks/deep/c": .warning])
  }

  @Test func wrongWordsAreErrorsOfTheSettings() {
    let text = MarkedSite.settings + "checks: {link/missing-page: eror, table: [x], link: {risks: maybe}}\n"
    let (settings, problems) = SettingsReader.read([("sitegen.yml", Array(text.utf8))])
    #expect(settings == nil)
    #expect(
      problems.map(\.help) == [
        "did you mean 'error'", "it is one of: info, warning, error, off", "it is one of: info, warning, error, off",
      ])
  }
}
