import Content
import Diagnostics

extension Check {
  /// A reviewer of whom nobody knows what they are.
  static let reviewNoRole = Check(
    "review/no-role", .warning,
    .init(
      finds: "A reviewer without a `role`.",
      why: "Readers cannot tell what a name can vouch for: a urologist and an editor answer for different things.",
      bad: "---\ntitle: Bladder\nreview: {state: reviewed, on: 2026-11-21, by: A. Example}\n---\nText.\n",
      good: "---\ntitle: Bladder\nreview: {state: reviewed, on: 2026-11-21, by: A. Example, role: nurse}\n---\nText.\n"),
    scope: .page { view in
      guard let review = view.page.review, let name = review.by,
        review.role?.allSatisfy(\.isWhitespace) ?? true
      else { return [] }
      return [
        Finding(
          at: review.byLocation ?? review.location, "nothing says in what role '\(name)' reviewed this page",
          help: "add `role`, such as `role: urology nurse`, as the reviewer wants it to be read")
      ]
    })
}
