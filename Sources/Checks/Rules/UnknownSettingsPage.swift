import Content
import Diagnostics

extension Check {
  /// Settings that name a page which is not there.
  static let unknownSettingsPage = Check(
    id: "settings/unknown-page",
    scope: .site { site in
      let sections = site.settings.navigation.filter { entry in
        site.pageByPath["content/\(entry.text)/index.md"] == nil && site.pageByPath["content/\(entry.text).md"] == nil
      }
      let files = ([site.settings.helpPage].compactMap(\.self) + site.settings.rawHTML).filter {
        site.pageByPath["content/" + $0.text] == nil
      }
      return (sections + files).map { entry in
        let known = site.pages.map { String($0.path.dropFirst("content/".count)) }
        return Diagnostic(
          "settings/unknown-page", at: entry.location, "no page '\(entry.text)' in content/",
          help: NearMiss.nearest(to: entry.text, in: known + site.pages.map { String($0.address.dropLast()) })
            .map { "the nearest is '\($0)'" })
      }
    })
}
