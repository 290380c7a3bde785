import Content
import Diagnostics

extension Check {
  /// A link to a service that the register does not have.
  static let unknownSupportLine = Check(
    id: "support/unknown-line",
    scope: .page { page, site in
      if site.data.incomplete.contains("support-lines") { return [] }
      var found: [Diagnostic] = []
      page.eachLink { _, target, location in
        guard case .unknownSupportLine(let id) = target else { return }
        found.append(
          Diagnostic(
            "support/unknown-line", at: location, "no support line '\(id)'",
            help: NearMiss.nearest(to: id, in: site.supportLineByID.keys).map { "the nearest is '\($0)'" }
              ?? "add it to content/data/support-lines.yml with its evidence"))
      }
      return found
    })
}
