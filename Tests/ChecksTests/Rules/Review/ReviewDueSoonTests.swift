import Content
import Testing

@testable import Checks

@Suite struct ReviewDueSoonTests {
  private static func page(_ due: String) -> [String: String] {
    ["content/a.md": "---\ntitle: A\nreview: {state: compiled, on: 2025-11-21, due: \(due)}\n---\nText.\n"]
  }

  @Test(arguments: [
    ("2026-11-21", "today"), ("2026-11-22", "tomorrow"), ("2026-11-23", "in 2 days"), ("2026-12-21", "in 30 days"),
  ])
  func theLastThirtyDaysAreTold(_ due: String, _ when: String) async throws {
    let found = try await findings(of: .reviewDueSoon, Self.page("👉\(due)👈"), today: CalendarDay("2026-11-21"))
    #expect(found.map(\.message) == ["the next review of this page is due \(when)"])
  }

  @Test func otherDaysAreNot() async throws {
    for due in ["2026-11-20", "2026-12-22"] {
      try await findings(of: .reviewDueSoon, Self.page(due), today: CalendarDay("2026-11-21"))
    }
    try await findings(of: .reviewDueSoon, Self.page("2026-11-22"))
  }
}
