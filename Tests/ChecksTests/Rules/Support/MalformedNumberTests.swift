import Diagnostics
import Testing

@testable import Checks

@Suite struct MalformedNumberTests {
  private static let file = "content/data/support-lines.yml"

  private static func entry(_ country: String, _ phone: String, _ display: String, text: String = "") -> [String:
    String]
  {
    [
      file: """
      - id: a
        country: \(country)
        name: A service
        kind: suicide-crisis
        phone: \(phone)
        display: \(display)
        url: https://example.org/
      \(text.isEmpty ? "" : "  text: \(text)\n")  evidence: https://example.org/
        verified: 2026-11-21
      """
    ]
  }

  @Test(arguments: [
    ("GB", "+34800068414", "numbers there begin with +44"), ("GB", "+44800068", "6 digits follow +44"),
    ("US", "+1800662435", "9 digits follow +1, and there are 10 there"), ("NZ", "17371", "it has 5 digits"),
    ("FR", "+3380023131", "8 digits follow +33, and there are 9 there"), ("US", "18006624357123", "it has 14 digits"),
  ])
  func numbersThatTheCountryDoesNotHaveAreReported(_ country: String, _ phone: String, _ problem: String) async throws {
    let found = try await findings(of: .malformedNumber, Self.entry(country, "👉\"\(phone)\"👈", "\"\(phone)\""))
    #expect(found.first?.message.contains(problem) == true, "\(found.map(\.message))")
    #expect(found.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    ("GB", "+448000684141", "0800 068 4142"), ("US", "+18006624357", "1-800-662-HELL"), ("GB", "116123", "116 132"),
    ("IT", "+390223272327", "02 2327 2328"),
  ])
  func aDisplayThatIsAnotherNumberIsReported(_ country: String, _ phone: String, _ display: String) async throws {
    let found = try await findings(of: .malformedNumber, Self.entry(country, "\"\(phone)\"", "👉\"\(display)\"👈"))
    #expect(found.first?.message == "people read '\(display)', and their phone dials \(phone)")
  }

  /// As registers really have them.
  @Test(arguments: [
    ("GB", "+44800838587", "0800 83 85 87"), ("GB", "999", "999 or 112"), ("IE", "+3531800459459", "1800 459 459"),
    ("US", "+18006624357", "1-800-662-HELP (4357)"), ("US", "+18006624357", "1-800-662-HELP"),
    ("CA", "+18447647669", "1-844-POISON-X (1-844-764-7669)"), ("CA", "988", "9-8-8"), ("AU", "131114", "13 11 14"),
    ("AU", "+611800250015", "1800 250 015"), ("NZ", "+64800764766", "0800 764 766 (0800 POISON)"),
    ("DE", "+498001110111", "0800 111 0 111 or 0800 111 0 222 or 116 123"), ("FR", "+33800231313", "0 800 23 13 13"),
    ("IT", "+390223272327", "02 2327 2327"), ("HK", "+85228960000", "2896 0000"),
    ("JP", "+81120279338", "0120-279-338"),
    ("MX", "+528009112000", "800 911 2000"), ("INT", "+883510012345678", "+883 5100 1234 5678"), ("EU", "112", "112"),
  ])
  func numbersOfTheirCountryAreFine(_ country: String, _ phone: String, _ display: String) async throws {
    try await findings(of: .malformedNumber, Self.entry(country, "\"\(phone)\"", "\"\(display)\""))
  }

  @Test func numbersForTextsAreLookedAtToo() async throws {
    try await findings(of: .malformedNumber, Self.entry("AU", "\"131114\"", "13 11 14", text: "\"0477131114\""))
    try await findings(of: .malformedNumber, Self.entry("NZ", "\"1737\"", "\"1737\"", text: "👉\"85258\"👈"))
  }

  /// Found while the register is read; explained by the same rule.
  @Test func whatNoPhoneDialsIsAnError() async throws {
    let found = try await findings(of: .malformedNumber, Self.entry("GB", "👉\"0800 068\"👈", "0800 068"))
    #expect(found.map(\.severity) == [.error])
  }
}
