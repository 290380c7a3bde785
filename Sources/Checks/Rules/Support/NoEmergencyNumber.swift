import Content
import Diagnostics
import Markdown

extension Check {
  /// A country's page that does not say whom to call when somebody may die.
  static let noEmergencyNumber = Check(
    "support/no-emergency-number", .warning,
    .init(
      finds: "A page that lists the services of one country for which the register has no entry of kind `emergency`.",
      why: "Readers look for the ambulance on that page first.",
      bad: [
        "content/data/support-lines.yml": registerEntry(), "content/uk.md": ":::support-lines{country=GB}\n:::\n",
        "templates/directives/support-lines.html": "{{#rows}}{{name}}{{/rows}}",
      ],
      good: [
        "content/data/support-lines.yml": registerEntry(phone: "999", display: "999", kind: "emergency"),
        "content/uk.md": ":::support-lines{country=GB}\n:::\n",
        "templates/directives/support-lines.html": "{{#rows}}{{name}}{{/rows}}",
      ]),
    scope: .page { view in
      let data = view.site.data
      if data.incomplete.contains("support-lines") { return [] }
      return view.document.directives.compactMap { directive in
        // A list of one kind, or of one region, is not the country's list.
        guard directive.name == "support-lines", directive["kind"] == nil, directive["region"] == nil,
          let country = directive.attributes.first(where: { $0.name == "country" }), country.value != "INT",
          !data.supportLines.contains(where: { $0.country == country.value && $0.kind == "emergency" })
        else { return nil }
        return Finding(
          at: country.location, "the register has no emergency number for \(country.value)",
          help: "add an entry with `kind: emergency` to content/data/support-lines.yml, with its evidence")
      }
    })
}
