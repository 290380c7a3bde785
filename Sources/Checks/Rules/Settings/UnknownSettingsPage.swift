import Content
import Diagnostics

extension Check {
  /// Settings that name a page which is not there.
  static let unknownSettingsPage = Check(
    "settings/unknown-page", .error,
    .init(
      finds: "A page or section that sitegen.yml names and content/ does not have.",
      why: "The menu or the help link on every page would lead nowhere.",
      bad: [
        "sitegen.yml": "title: Example\nbaseURL: https://example.org/\noutputs: []\nnavigation: [risk]\n",
        "content/risks/index.md": "Text.\n",
      ],
      good: [
        "sitegen.yml": "title: Example\nbaseURL: https://example.org/\noutputs: []\nnavigation: [risks]\n",
        "content/risks/index.md": "Text.\n",
      ]),
    scope: .site { input in
      let site = input.site
      let sections = site.settings.navigation.filter { entry in
        site.pageByPath["content/\(entry.text)/index.md"] == nil && site.pageByPath["content/\(entry.text).md"] == nil
      }
      let files = ([site.settings.helpPage].compactMap(\.self) + site.settings.rawHTML).filter {
        site.pageByPath["content/" + $0.text] == nil
      }
      return (sections + files).map { entry in
        let known = site.pages.map { String($0.path.dropFirst("content/".count)) }
        return Finding(
          at: entry.location, "no page '\(entry.text)' in content/",
          help: NearMiss.nearest(to: entry.text, in: known + site.pages.map { String($0.address.dropLast()) })
            .map { "the nearest is '\($0)'" })
      }
    })
}
