import Content
import Diagnostics

extension Check {
  /// A glossary link to a term that the glossary does not have.
  static let unknownTerm = Check(
    "content/unknown-term", .error,
    .init(
      finds: "A glossary link to a term that content/data/glossary.yml does not have.",
      why: "The reader who does not know the word gets no definition.",
      bad: "A [k-hole](glossary:khole).\n", good: "A deep state.\n"),
    scope: .page { view in
      let (page, site) = (view.page, view.site)
      if site.data.incomplete.contains("glossary") { return [] }
      var found: [Finding] = []
      view.eachLink { link, target in
        guard case .unknownTerm(let id) = target else { return }
        found.append(
          Finding(
            at: page.location(of: link), "no glossary term '\(id)'",
            help: NearMiss.nearest(to: id, in: site.termByID.keys).map { "the nearest is '\($0)'" }
              ?? "add it to content/data/glossary.yml"))
      }
      return found
    })
}
