extension Check {
  /// A next review that comes before the last one. Found while the front matter is read.
  static let reviewDueBeforeReview = Check(
    "review/due-before-review", .error,
    .init(
      finds: "A review whose `due` is an earlier day than its `on`.",
      why: "One of the two days is wrong, and readers are shown both.",
      bad: "---\ntitle: Bladder\nreview: {state: compiled, on: 2026-11-21, due: 2025-11-21}\n---\nText.\n",
      good: "---\ntitle: Bladder\nreview: {state: compiled, on: 2026-11-21, due: 2027-11-21}\n---\nText.\n"),
    scope: .reading)
}
