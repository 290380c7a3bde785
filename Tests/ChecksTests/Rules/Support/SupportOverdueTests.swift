import Content
import Diagnostics
import Testing

@testable import Checks

@Suite struct SupportOverdueTests {
  private static let file = "content/data/support-lines.yml"
  private static func register(_ verified: String) -> [String: String] {
    [file: Check.registerEntry(verified: verified)]
  }
  private let today = CalendarDay("2026-11-21")

  @Test(arguments: [
    ("2026-08-20", Severity.warning, "3 months"), ("2026-05-21", .warning, "3 months"),
    ("2026-05-20", .error, "6 months"), ("2020-02-29", .error, "6 months"),
  ])
  func numbersThatNobodyLookedAtAreReported(_ day: String, _ severity: Severity, _ time: String) async throws {
    let found = try await findings(of: .supportOverdue, Self.register("👉\(day)👈"), today: today)
    #expect(found.map(\.severity) == [severity])
    #expect(found.first?.message == "nobody has verified 'Samaritans' for more than \(time)")
  }

  @Test(arguments: ["2026-08-21", "2026-11-21", "2026-11-22"])
  func threeMonthsToTheDayAreFine(_ day: String) async throws {
    try await findings(of: .supportOverdue, Self.register(day), today: today)
  }

  /// A day in the years to come would keep a dead number quiet for good.
  @Test func aDayToComeIsReported() async throws {
    let found = try await findings(of: .supportOverdue, Self.register("👉\"2027-01-01\"👈"), today: today)
    #expect(found.first?.message == "'Samaritans' was verified on a day that is still to come")
  }

  @Test func withoutADayNothingIsSaid() async throws {
    try await findings(of: .supportOverdue, Self.register("2001-01-01"))
  }
}
