import Content
import Diagnostics

extension Check {
  /// A link to a service that the register does not have.
  static let unknownSupportLine = Check(
    "support/unknown-line", .error,
    .init(
      finds: "A link to a service that content/data/support-lines.yml does not have.",
      why: "The number would be missing just where somebody needs it.",
      bad: "Call [](support:nobody).\n", good: "Call [a service](https://example.org/).\n"),
    scope: .page { view in
      let (page, site) = (view.page, view.site)
      if site.data.incomplete.contains("support-lines") { return [] }
      var found: [Finding] = []
      view.eachLink { link, target in
        guard case .unknownSupportLine(let id) = target else { return }
        found.append(
          Finding(
            at: page.location(of: link), "no support line '\(id)'",
            help: NearMiss.nearest(to: id, in: site.supportLineByID.keys).map { "the nearest is '\($0)'" }
              ?? "add it to content/data/support-lines.yml with its evidence"))
      }
      return found
    })
}
