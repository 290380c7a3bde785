import Content
import Diagnostics

extension Check {
  /// A link that runs code or opens a file of the reader's.
  static let dangerousLink = Check(
    "link/dangerous", .error,
    .init(
      finds: "A link that runs code (`javascript:`), carries data (`data:`) or opens a file on the reader's device.",
      why: "A health site must never run code that somebody slipped into a page.",
      bad: "[Open](javascript:alert(1))\n", good: "[Open](https://example.org/)\n"),
    scope: .page { view in
      let page = view.page
      var found: [Finding] = []
      view.eachLink { link, target in
        guard case .dangerous = target else { return }
        found.append(
          Finding(
            at: page.location(of: link), "a link may not run code or carry data",
            help: "link to a page, or to an address that begins with https:"))
      }
      return found
    })
}
