import Content
import Testing

@testable import Checks

@Suite struct ReviewOverdueTests {
  private let today = CalendarDay("2026-11-21")

  @Test func pagesWhoseDayHasPassedAreReported() async throws {
    let found = try await findings(
      of: .reviewOverdue,
      [
        "content/a.md": """
        ---
        title: Law
        review:
          state: compiled
          on: 2026-08-20
          due: 👉"2026-11-20"👈 # three months for law
        ---
        Text.
        """,
        "content/b.md": "---\ntitle: B\nreview: {state: compiled, on: 2025-08-01, due: 👉2026-08-13👈}\n---\nText.\n",
      ], today: today)
    #expect(
      found.map(\.message) == [
        "the next review of this page was due yesterday", "the next review of this page was due 100 days ago",
      ])
  }

  @Test func theDayItselfIsInTime() async throws {
    let page = "---\ntitle: A\nreview: {state: compiled, on: 2025-11-21, due: 2026-11-21}\n---\nText.\n"
    try await findings(of: .reviewOverdue, ["content/a.md": page], today: today)
    // Nobody said what day it is.
    try await findings(of: .reviewOverdue, ["content/a.md": page.replacing("2026-11", with: "2026-10")])
    try await findings(
      of: .reviewOverdue, ["content/a.md": "---\ntitle: A\nreview: {state: compiled, on: 2020-11-21}\n---\nText.\n"],
      today: today)
  }
}
