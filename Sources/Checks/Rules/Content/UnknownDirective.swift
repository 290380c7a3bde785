import Content
import Diagnostics

extension Check {
  /// A directive that no template draws.
  static let unknownDirective = Check(
    "content/unknown-directive", .error,
    .init(
      finds: "A `:::name` that no template in templates/directives/ draws.",
      why: "What stands in it would not be on the page as it was meant.",
      bad: ":::calout\nText.\n:::\n", good: "Text.\n"),
    scope: .page { view in
      let (page, site) = (view.page, view.site)
      return page.document.directives.compactMap { directive in
        guard !site.directiveNames.contains(directive.name) else { return nil }
        return Finding(
          at: directive.location, "no directive '\(directive.name)'",
          help: NearMiss.nearest(to: directive.name, in: site.directiveNames).map { "the nearest is '\($0)'" }
            ?? "a directive is a template in templates/directives/")
      }
    })
}
