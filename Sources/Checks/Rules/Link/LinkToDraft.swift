import Content
import Diagnostics

extension Check {
  /// A link to a page that readers will not find, since it is a draft.
  static let linkToDraft = Check(
    "link/draft", .error,
    .init(
      finds: "A link to a page whose status is `draft`.",
      why: "Drafts are not published: readers would meet a dead link.",
      bad: [
        "content/page.md": "[Soon](soon.md)\n", "content/soon.md": "---\ntitle: Soon\nstatus: draft\n---\nText.\n",
      ],
      good: ["content/page.md": "[Now](now.md)\n", "content/now.md": "Text.\n"]),
    scope: .page { view in
      let page = view.page
      var found: [Finding] = []
      view.eachLink { link, target in
        guard case .draft(let path) = target else { return }
        found.append(
          Finding(
            at: page.location(of: link), "'\(path)' is a draft, so readers would not find it",
            help: "publish it with `status: published`, or take the link out"))
      }
      return found
    })
}
