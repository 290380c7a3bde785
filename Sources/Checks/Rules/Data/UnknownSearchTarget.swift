import Content
import Diagnostics

extension Check {
  /// An entry of the search's data that leads nowhere.
  static let dataUnknownSearchTarget = Check(
    "data/unknown-search-target", .error,
    .init(
      finds: "A page that content/data/search.yml names and the site does not have, or a language of that kind.",
      why: "Whoever types those words does not get the answer that was chosen for them, such as the emergency page.",
      bad: [
        "content/help.md": "Text.\n",
        "content/data/search.yml": "en:\n  pinned:\n    - {page: halp.md, for: [overdose]}\n",
      ],
      good: [
        "content/help.md": "Text.\n",
        "content/data/search.yml": "en:\n  pinned:\n    - {page: help.md, for: [overdose]}\n",
      ]),
    scope: .site { input in
      let site = input.site
      let tags = site.settings.languages.map(\.tag)
      let pages = site.pages.map { String($0.path.dropFirst("content/".count)) }
      var found: [Finding] = []
      for data in site.data.search {
        if !tags.contains(data.language.text) {
          found.append(
            Finding(
              at: data.language.location, "the site has no language '\(data.language.text)'",
              help: "the languages are: " + tags.joined(separator: ", ")))
        }
        for answer in data.pinned + data.terms where site.page(at: "content/" + answer.page.text) == nil {
          found.append(
            Finding(
              at: answer.page.location, "no page '\(answer.page.text)'",
              help: NearMiss.nearest(to: answer.page.text, in: pages).map { "the nearest is '\($0)'" }
                ?? "name the file below content/, such as help/emergency.md"))
        }
      }
      return found
    })
}
