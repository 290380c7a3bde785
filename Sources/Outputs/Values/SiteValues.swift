import Content
import Mustache

/// What templates may ask of the site. Documented in docs/templates.md.
enum SiteValues {
  /// The values that do not depend on the page.
  ///
  /// - Parameter search: of the language, if its search is made.
  static func make(_ rendering: Rendering, _ language: Settings.Language, _ search: SearchIndex?) -> Object {
    [
      "strings": rendering.words(language.tag).value,
      "assets": assets(rendering),
      "csp": .text(rendering.contentSecurityPolicy),
      "critical": rendering.criticalStyle.isEmpty
        ? .absent : .html(Array("<style>".utf8) + rendering.criticalStyle + Array("</style>".utf8)),
      "site": .object(site(rendering, language, search)),
    ]
  }

  private static func site(
    _ rendering: Rendering, _ language: Settings.Language, _ search: SearchIndex?
  ) -> Object {
    let settings = rendering.site.settings
    let home = rendering.home(language.tag)
    let help = settings.helpPage.flatMap { rendering.site.page(at: "content/" + $0.text) }
    func generated(_ kind: GeneratedPage.Kind) -> Value {
      rendering.url(kind, language.tag).map { ["url": .text($0)] } ?? .absent
    }
    return [
      "title": .text(settings.title), "description": .text(settings.description),
      "url": .text(settings.baseURL.absolute), "base": .text(settings.baseURL.path),
      "origin": .text(settings.baseURL.origin), "language": .text(language.tag),
      "home": home.map { link(to: $0, rendering) } ?? [
        "url": .text(rendering.url("")), "title": .text(settings.title),
      ],
      "help": help.map { link(to: $0, rendering) } ?? .absent,
      "exitURL": .optional(settings.exitURL),
      "navigation": navigation(rendering, current: nil, language.tag),
      "glossary": generated(.glossary), "references": generated(.references), "topics": generated(.topics),
      "index": generated(.index),
      "search": search.map { index in
        [
          "url": .optional(rendering.url(.search, language.tag)), "index": .text(rendering.url(index.address)),
          "root": .text(settings.baseURL.path),
        ]
      } ?? .absent,
      "feed": Feed.isMade(rendering.site) ? ["url": .text(rendering.url(Feed.path))] : .absent,
      "offline": OfflineCopies.values(rendering, language),
      "languages": .absent, "hasLanguages": .flag(settings.languages.count > 1),
    ]
  }

  /// `title`, `url` and `description` of a page.
  static func link(to page: Page, _ rendering: Rendering, isCurrent: Bool = false) -> Value {
    [
      "title": .text(page.title), "url": .text(rendering.url(of: page)),
      "description": .optional(page.frontMatter.description?.text), "isCurrent": .flag(isCurrent),
    ]
  }

  /// A page that is there in another language leads to that one.
  ///
  /// - Parameter current: the page that is looked at.
  static func navigation(_ rendering: Rendering, current: Int?, _ language: String) -> Value {
    var open = Set<Int>()
    var page = current
    while let i = page, open.insert(i).inserted { page = rendering.site.pages[i].parent }
    return .list(
      rendering.site.navigation.map { named in
        let i =
          rendering.site.pages[named].translations.first { rendering.site.pages[$0].language == language } ?? named
        let entry = rendering.site.pages[i]
        return [
          "title": .text(entry.title), "url": .text(rendering.url(of: entry)),
          "description": .optional(entry.frontMatter.description?.text), "isCurrent": .flag(i == current),
          "isOpen": .flag(open.contains(i)),
        ]
      })
  }

  /// `assets.style.css` is the address of `templates/assets/style.css`; folders are further levels.
  private static func assets(_ rendering: Rendering) -> Value {
    var tree = AssetLevel()
    for (path, address) in rendering.assetAddresses {
      tree.insert(path.split { $0 == "/" || $0 == "." }[...], .text(rendering.url(address)))
    }
    return tree.value
  }

  private struct AssetLevel {
    var levels: [Substring: AssetLevel] = [:]
    var leaf: Value?

    mutating func insert(_ names: ArraySlice<Substring>, _ value: Value) {
      guard let first = names.first else {
        leaf = value
        return
      }
      levels[first, default: AssetLevel()].insert(names.dropFirst(), value)
    }

    var value: Value {
      leaf ?? .object(Dictionary(uniqueKeysWithValues: levels.map { (String($0.key), $0.value.value) }))
    }
  }
}
