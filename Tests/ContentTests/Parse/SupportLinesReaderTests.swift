import Diagnostics
import Testing

@testable import Content

struct SupportLinesReaderTests {
  private static let least = "id: a, country: GB, name: A, kind: crisis, evidence: https://a.org, verified: 2026-11-21"

  private func read(_ yaml: String) throws -> (lines: [SupportLine], problems: [Diagnostic]) {
    let (node, found) = YAML.read(yaml.utf8, file: "support-lines.yml")
    var problems = found
    let root = try #require(node)
    return (SupportLinesReader.read(root, &problems), problems)
  }

  @Test func readsEveryField() throws {
    let (lines, problems) = try read(
      "- {\(Self.least), region: SCT, phone: '+44123', text: '85258', display: 'x', url: https://a.org, hours: H, "
        + "languages: [en, cy], cost: free, audience: all, note: N, verifiedBy: Jo}")
    #expect(problems.isEmpty)
    let line = try #require(lines.first)
    #expect(
      [line.id, line.country, line.name, line.kind, line.evidence] == ["a", "GB", "A", "crisis", "https://a.org"])
    #expect(
      [line.region, line.phone, line.text, line.display, line.url] == ["SCT", "+44123", "85258", "x", "https://a.org"])
    #expect([line.hours, line.cost, line.audience, line.note] == ["H", "free", "all", "N"])
    #expect(line.languages == ["en", "cy"])
    #expect(line.verified == CalendarDay("2026-11-21"))
    #expect(line.due == CalendarDay("2027-02-21"))
    #expect(line.verifiedBy == "Jo")
    #expect(line.location(of: "country").column == 20)
    #expect(line.location(of: "fax") == line.location)
  }

  @Test(arguments: ["12", "116123", "+441234567890", "123456789012345"])
  func takesNumbersThatAPhoneCanDial(number: String) throws {
    let (lines, problems) = try read("- {\(Self.least), phone: '\(number)', display: x}")
    #expect(problems.isEmpty)
    #expect(lines.map(\.phone) == [number])
  }

  @Test(arguments: [
    "1", "+1", "+", "", "116 123", "0800-1111", "++44123", "44+123", "1234567890123456", "١١٦", "0800 GET HELP",
  ])
  func refusesNumbersThatNoPhoneDials(number: String) throws {
    let (lines, problems) = try read("- {\(Self.least), url: https://a.org, text: '\(number)'}")
    #expect(problems.map(\.rule) == ["support/malformed-number"])
    #expect(lines.map(\.text) == [nil])
  }

  @Test func readsANumberWithoutQuotes() throws {
    #expect(try read("- {\(Self.least), phone: 116123, display: 116 123}").lines.map(\.phone) == ["116123"])
  }

  @Test(arguments: ["id", "country", "name", "kind", "evidence", "verified"])
  func reportsARequiredFieldThatIsMissing(key: String) throws {
    let fields = Self.least.split(separator: ", ").filter { !$0.hasPrefix(key + ":") }.joined(separator: ", ")
    let (lines, problems) = try read("- {\(fields), url: https://a.org}")
    #expect(problems.map(\.message) == ["service has no `\(key)`"])
    #expect(lines.isEmpty)
  }

  @Test func reportsAllThatAnEntryLacksAtOnce() throws {
    #expect(try read("- {}").problems.count == 6)
  }

  @Test(arguments: [
    ("", "support/no-contact"), (", phone: '116123'", "support/no-display"), (", text: '85258'", "support/no-display"),
    (", url: https://a.org, fax: 1", "data/unknown-key"), (", url: https://a.org, languages: en", "data/wrong-type"),
    (", url: [a]", "data/wrong-type"),
  ])
  func keepsAServiceOfWhichOneThingIsWrong(more: String, rule: String) throws {
    let (lines, problems) = try read("- {\(Self.least)\(more)}")
    #expect(problems.first?.rule == rule)
    #expect(lines.map(\.id) == ["a"])
  }

  @Test func reportsAnIdGivenTwice() throws {
    let line = "- {\(Self.least), url: https://a.org}\n"
    #expect(try read(line + line).problems.map(\.rule) == ["data/duplicate-id"])
  }
}
