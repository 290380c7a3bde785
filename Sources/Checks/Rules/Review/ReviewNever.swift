import Content
import Diagnostics

extension Check {
  /// A page that says nothing of its making, on a site whose pages do.
  static let reviewNever = Check(
    "review/never", .warning,
    .init(
      finds: "A page without `review` in its front matter, on a site where other pages have one.",
      why: "Readers cannot see how old the page is or who stands for it, and no list names it when it is due.",
      bad: [
        "content/bladder.md": "---\ntitle: Bladder\nreview: {state: compiled, on: 2026-11-21}\n---\nText.\n",
        "content/index.md": "---\ntitle: Home\n---\nText.\n",
      ],
      good: [
        "content/bladder.md": "---\ntitle: Bladder\nreview: {state: compiled, on: 2026-11-21}\n---\nText.\n",
        "content/index.md": "---\ntitle: Home\nreview: {state: compiled, on: 2026-11-21}\n---\nText.\n",
      ]),
    scope: .site { input in
      let pages = input.site.pages
      guard pages.contains(where: { $0.review != nil }) else { return [] }
      return pages.filter { $0.review == nil && !hasBrokenReview($0, input) }.map { page in
        Finding(
          at: SourceLocation(file: page.path, line: 1, column: 1, length: 3), "the page has no record of a review",
          help: "add `review: {state: compiled, on: 2026-11-21, due: 2027-11-21}` with the days that are true")
      }
    })

  /// Whether there is a review that could not be read. What is wrong with it is told already.
  private static func hasBrokenReview(_ page: Page, _ input: CheckInput) -> Bool {
    guard !page.parsed.isUnread, let source = try? input.tree.read(page.path) else { return true }
    return source.prefix(page.parsed.bodyOffset).split(separator: 10).contains { $0.starts(with: "review".utf8) }
  }
}
