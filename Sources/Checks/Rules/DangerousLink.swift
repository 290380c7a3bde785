import Content
import Diagnostics

extension Check {
  /// A link that runs code or opens a file of the reader's.
  static let dangerousLink = Check(
    id: "link/dangerous",
    scope: .page { page, _ in
      var found: [Diagnostic] = []
      page.eachLink { _, target, location in
        guard case .dangerous = target else { return }
        found.append(
          Diagnostic(
            "link/dangerous", at: location, "a link may not run code or carry data",
            help: "link to a page, or to an address that begins with https:"))
      }
      return found
    })
}
