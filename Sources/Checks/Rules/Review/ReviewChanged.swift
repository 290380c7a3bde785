import Content
import Diagnostics

extension Check {
  /// A text that is no longer the one that was signed.
  static let reviewChanged = Check(
    "review/changed", .warning,
    .init(
      finds: "A page whose title, description or text has changed since the review that it names.",
      why: "The page would tell its readers that somebody has read words which nobody has.",
      bad: """
        ---
        title: Bladder
        review: {state: reviewed, on: 2026-11-01, by: A. Example, role: nurse, content: "sha256:\
        0000000000000000000000000000000000000000000000000000000000000000"}
        ---
        Needing to wee often is an early sign.

        """,
      good: """
        ---
        title: Bladder
        review: {state: reviewed, on: 2026-11-01, by: A. Example, role: nurse, content: "sha256:\
        ced37ad57c91d5157e5d371a1eecd911c110b825bb5cc1bb411e9de98dcd0fe6"}
        ---
        Needing to wee often is an early sign.

        """),
    scope: .page { view in
      let page = view.page
      guard let review = page.review, let signed = review.content,
        let source = try? view.input.tree.read(page.path)
      else { return [] }
      let place = review.contentLocation ?? review.location
      guard Fingerprint.isOne(signed) else {
        return [
          Finding(
            at: place, "this is no fingerprint of a text, so nobody can tell whether the page has changed",
            help: "let the reviewer sign with `sitegen review sign`, which writes it")
        ]
      }
      if signed == Fingerprint.of(page.parsed, source: source) { return [] }
      return [
        Finding(
          at: place, "the text has changed since it was signed on \(review.on)",
          help: "`sitegen review diff \(page.path)` shows what; have it read again, then `sitegen review sign`, or set "
            + "`state: compiled`")
      ]
    })
}
