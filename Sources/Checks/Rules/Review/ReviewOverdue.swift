import Content
import Diagnostics

extension Check {
  /// A review that should have taken place.
  static let reviewOverdue = Check(
    "review/overdue", .warning,
    .init(
      finds: "A page whose next review was due before today.",
      why: "Evidence, services and laws change, and readers are told that the page is checked again by that day.",
      bad: "---\ntitle: Bladder\nreview: {state: compiled, on: 2025-09-01, due: 2026-09-01}\n---\nText.\n",
      good: "---\ntitle: Bladder\nreview: {state: compiled, on: 2026-09-01, due: 2027-09-01}\n---\nText.\n"),
    scope: .page { view in
      guard let today = view.input.today, let review = view.page.review, let due = review.due,
        due < today
      else { return [] }
      let days = due.days(until: today)
      return [
        Finding(
          at: review.dueLocation ?? review.location,
          "the next review of this page was due \(days == 1 ? "yesterday" : "\(days) days ago")",
          help: "have the page read again, then write the day and the next one into `review`")
      ]
    })
}
