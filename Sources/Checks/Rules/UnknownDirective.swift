import Content
import Diagnostics

extension Check {
  /// A directive that no template draws.
  static let unknownDirective = Check(
    id: "content/unknown-directive",
    scope: .page { page, site in
      page.document.directives.compactMap { directive in
        guard !site.directiveNames.contains(directive.name) else { return nil }
        return Diagnostic(
          "content/unknown-directive", at: directive.location, "no directive '\(directive.name)'",
          help: NearMiss.nearest(to: directive.name, in: site.directiveNames).map { "the nearest is '\($0)'" }
            ?? "a directive is a template in templates/directives/")
      }
    })
}
