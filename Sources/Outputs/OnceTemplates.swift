import Content
import Diagnostics
import Mustache

/// Templates in `templates/once/` look the same on every page, so they are rendered once a language and then only copied:
/// `{{once.footer}}`. They know the site, not the page.
enum OnceTemplates {
  static func render(
    _ rendering: Rendering, _ language: Settings.Language, _ site: Object
  ) -> (value: Value, parts: [[UInt8]], diagnostics: [Diagnostic]) {
    var values = Object()
    var parts: [[UInt8]] = []
    var diagnostics: [Diagnostic] = []
    for name in rendering.templates.names where name.hasPrefix("once/") {
      var out: [UInt8] = []
      diagnostics += rendering.templates.render(name, with: .object(site), page: "templates/\(name).html", into: &out)
      parts.append(out)
      values[String(name.dropFirst("once/".count))] = .html(out)
    }
    return (.object(values), parts, diagnostics)
  }
}
