import Content
import Diagnostics

extension Check {
  /// Days before a review is due in which to speak of it.
  private static let reviewNotice = 30

  /// A review that is due within a month.
  static let reviewDueSoon = Check(
    "review/due-soon", .info,
    .init(
      finds: "A page whose next review is due within 30 days.",
      why: "Finding a clinician takes weeks; on the day itself it is too late to ask.",
      bad: "---\ntitle: Bladder\nreview: {state: compiled, on: 2025-12-10, due: 2026-12-10}\n---\nText.\n",
      good: "---\ntitle: Bladder\nreview: {state: compiled, on: 2026-11-21, due: 2027-11-21}\n---\nText.\n"),
    scope: .page { view in
      guard let today = view.input.today, let review = view.page.review, let due = review.due else {
        return []
      }
      let days = today.days(until: due)
      guard (0...reviewNotice).contains(days) else { return [] }
      let when = days == 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"
      return [
        Finding(
          at: review.dueLocation ?? review.location, "the next review of this page is due \(when)",
          help: "ask somebody now; `sitegen review due --format ics` makes a calendar of all such days")
      ]
    })
}
