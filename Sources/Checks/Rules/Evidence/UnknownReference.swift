import Content
import Diagnostics

extension Check {
  /// A citation of a source that the reference file does not have.
  static let unknownReference = Check(
    "evidence/unknown-reference", .error,
    .init(
      finds: "A citation of a source that content/data/references.json does not have.",
      why: "A number without its source cannot be checked by anybody.",
      bad: "It helps [@nobody1999].\n",
      good: "It helps.\n"),
    scope: .site { input in
      let site = input.site
      if site.data.incomplete.contains("references") { return [] }
      let inPages = site.pages.flatMap(\.citations.unknown)
      let inGlossary = site.data.glossary.flatMap { term in
        term.definition.citations.flatMap(\.items).filter { site.referenceByID[$0.key] == nil }
          .map { LocatedText($0.key, at: $0.location) }
      }
      return (inPages + inGlossary).map { key in
        Finding(
          at: key.location, "no reference '\(key.text)'",
          help: NearMiss.nearest(to: key.text, in: site.referenceByID.keys).map { "the nearest is '\($0)'" }
            ?? "add it to content/data/references.json")
      }
    })
}
