extension Check {
  /// A signature without a name. Found while the front matter is read.
  static let reviewNoReviewer = Check(
    "review/no-reviewer", .error,
    .init(
      finds: "A page with `state: reviewed` that does not say by whom.",
      why: "A review that nobody put a name to tells a reader nothing, and may never have taken place.",
      bad: "---\ntitle: Bladder\nreview: {state: reviewed, on: 2026-11-21}\n---\nText.\n",
      good: "---\ntitle: Bladder\nreview: {state: compiled, on: 2026-11-21}\n---\nText.\n"),
    scope: .reading)
}
