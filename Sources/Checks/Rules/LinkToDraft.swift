import Content
import Diagnostics

extension Check {
  /// A link to a page that readers will not find, since it is a draft.
  static let linkToDraft = Check(
    id: "link/draft",
    scope: .page { page, _ in
      var found: [Diagnostic] = []
      page.eachLink { _, target, location in
        guard case .draft(let path) = target else { return }
        found.append(
          Diagnostic(
            "link/draft", at: location, "'\(path)' is a draft, so readers would not find it",
            help: "publish it with `status: published`, or take the link out"))
      }
      return found
    })
}
