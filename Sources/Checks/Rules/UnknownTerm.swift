import Content
import Diagnostics

extension Check {
  /// A glossary link to a term that the glossary does not have.
  static let unknownTerm = Check(
    id: "content/unknown-term",
    scope: .page { page, site in
      if site.data.incomplete.contains("glossary") { return [] }
      var found: [Diagnostic] = []
      page.eachLink { _, target, location in
        guard case .unknownTerm(let id) = target else { return }
        found.append(
          Diagnostic(
            "content/unknown-term", at: location, "no glossary term '\(id)'",
            help: NearMiss.nearest(to: id, in: site.termByID.keys).map { "the nearest is '\($0)'" }
              ?? "add it to content/data/glossary.yml"))
      }
      return found
    })
}
