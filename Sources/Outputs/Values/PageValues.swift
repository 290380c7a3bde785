import Content
import Diagnostics
import Markdown
import Mustache

/// What templates may ask of one page. Documented in docs/templates.md.
///
/// Whatever costs more than looking it up is `deferred`: a template that does not ask does not pay.
enum PageValues {
  /// The whole context of a page's layout.
  static func make(_ rendering: Rendering, _ i: Int, content: [UInt8]) -> Value {
    let page = rendering.site.pages[i]
    var context = rendering.shared[page.language] ?? Object()
    context["page"] = .object(values(rendering, i, page, content))
    if case .object(var site) = context["site"] ?? .absent {
      // The site's own list serves every page that is not in it.
      site["navigation"] = .deferred { SiteValues.navigation(rendering, current: i, page.language) }
      if rendering.site.settings.languages.count > 1 {
        site["languages"] = .deferred { languages(rendering, page) }
      }
      context["site"] = .object(site)
    }
    return .object(context)
  }

  private static func values(_ rendering: Rendering, _ i: Int, _ page: Page, _ content: [UInt8]) -> Object {
    let matter = page.frontMatter
    let site = rendering.site
    let language = site.settings.languages.first { $0.tag == page.language } ?? site.settings.defaultLanguage
    return [
      "title": .text(page.title), "description": .optional(matter.description?.text),
      "url": .text(rendering.url(of: page)), "absoluteURL": .text(rendering.absoluteURL(page.address)),
      "language": .text(language.tag), "direction": .text(language.direction), "content": .html(content),
      "isHome": .flag(page.isHome), "isDraft": .flag(matter.status == .draft),
      "isHelpPage": .flag(site.settings.helpPage.map { "content/" + $0.text == page.path } ?? false),
      "exit": .flag(matter.exit),
      "audience": .nonEmpty(matter.audience.map { ["text": .text($0.text)] }),
      "warning": .nonEmpty(matter.warning.map { ["text": .text($0.text)] }),
      "contents": .deferred { ContentsList.make(page.document) },
      "breadcrumbs": .deferred { breadcrumbs(rendering, page) },
      "section": .deferred { section(rendering, i, page) },
      "children": .deferred { .nonEmpty(page.children.map { SiteValues.link(to: site.pages[$0], rendering) }) },
      "previous": page.previous.map { link(rendering, $0) } ?? .absent,
      "next": page.next.map { link(rendering, $0) } ?? .absent,
      "tags": .deferred { tags(rendering, page) },
      "references": .deferred { ReferenceValues.list(of: page.citations, rendering, page.language) },
      "terms": .deferred { TermValues.list(page.terms, rendering, page.language) },
      "review": .deferred { review(matter.review, rendering, page.language) },
      "fields": .deferred { fields(matter, site.settings) },
      "translations": .deferred { translations(rendering, page) },
      "hasAudience": .flag(!matter.audience.isEmpty), "hasWarning": .flag(!matter.warning.isEmpty),
      "hasContents": .deferred { .flag(ContentsList.isMade(page.document)) },
      "hasChildren": .flag(!page.children.isEmpty), "hasTags": .flag(!matter.tags.isEmpty),
      "hasReferences": .flag(!page.citations.references.isEmpty), "hasTerms": .flag(!page.terms.isEmpty),
      "hasTranslations": .flag(!page.translations.isEmpty),
    ]
  }

  private static func link(_ rendering: Rendering, _ i: Int) -> Value {
    let page = rendering.site.pages[i]
    return .deferred { ["title": .text(page.title), "url": .text(rendering.url(of: page))] }
  }

  /// From the home page to the section of the page.
  private static func breadcrumbs(_ rendering: Rendering, _ page: Page) -> Value {
    var crumbs: [Value] = []
    var parent = page.parent
    while let i = parent {
      let above = rendering.site.pages[i]
      crumbs.append([
        "title": .text(above.title), "url": .text(rendering.url(of: above)), "isHome": .flag(above.parent == nil),
      ])
      parent = above.parent
    }
    return .nonEmpty(crumbs.reversed())
  }

  /// The section that the page opens or stands in, with its pages.
  private static func section(_ rendering: Rendering, _ i: Int, _ page: Page) -> Value {
    let site = rendering.site
    guard let opener = page.children.isEmpty ? page.parent : i, site.pages[opener].parent != nil else { return .absent }
    let section = site.pages[opener]
    return [
      "title": .text(section.title), "url": .text(rendering.url(of: section)),
      "pages": .list(section.children.map { SiteValues.link(to: site.pages[$0], rendering, isCurrent: $0 == i) }),
    ]
  }

  private static func tags(_ rendering: Rendering, _ page: Page) -> Value {
    .nonEmpty(
      page.frontMatter.tags.map { tag in
        let known = rendering.site.tags.first { $0.id == tag.text && $0.language == page.language }
        return [
          "label": .text(known?.label ?? tag.text), "url": known.map { .text(rendering.url($0.address)) } ?? .absent,
        ]
      })
  }

  static func review(_ review: Review?, _ rendering: Rendering, _ language: String) -> Value {
    guard let review else { return .absent }
    let words = rendering.words(language)
    return [
      "isCompiled": .flag(review.state == .compiled), "isReviewed": .flag(review.state == .reviewed),
      "on": .text(words.written(review.on)), "onISO": .text(review.on.description),
      "due": .optional(review.due.map(words.written)), "dueISO": .optional(review.due?.description),
      "by": .optional(review.by), "role": .optional(review.role),
    ]
  }

  private static func fields(_ matter: FrontMatter, _ settings: Settings) -> Value {
    var values = Object()
    for name in settings.fields.keys { values[name] = .absent }
    for entry in matter.fields { values[entry.key] = Value(entry.value) }
    return .object(values)
  }

  private static func translations(_ rendering: Rendering, _ page: Page) -> Value {
    .nonEmpty(
      page.translations.map { i in
        let other = rendering.site.pages[i]
        let language = rendering.site.settings.languages.first { $0.tag == other.language }
        return [
          "tag": .text(other.language), "name": .text(language?.name ?? other.language),
          "url": .text(rendering.url(of: other)), "title": .text(other.title),
        ]
      })
  }

  private static func languages(_ rendering: Rendering, _ page: Page) -> Value {
    .list(
      rendering.site.settings.languages.map { language in
        let same = page.translations.map { rendering.site.pages[$0] }.first { $0.language == language.tag }
        let target = language.tag == page.language ? page : same ?? rendering.home(language.tag)
        return [
          "tag": .text(language.tag), "name": .text(language.name), "direction": .text(language.direction),
          "url": target.map { .text(rendering.url(of: $0)) } ?? .absent,
          "isCurrent": .flag(language.tag == page.language),
        ]
      })
  }
}

/// The list of a page's headings, second and third level.
enum ContentsList {
  /// A page with fewer headings of the second level needs no list of them.
  private static let least = 3

  static func isMade(_ document: Document) -> Bool {
    document.headings.count { document.nodes[Int($0)].level == 2 } >= least
  }

  static func make(_ document: Document) -> Value {
    var top: [(title: String, anchor: String, items: [Value])] = []
    for index in document.headings {
      let node = document.nodes[Int(index)]
      let title = document.plainText(of: Int(index))
      let anchor = document.string(node.payload)
      if node.level == 2 {
        top.append((title, anchor, []))
      } else if node.level == 3, !top.isEmpty {
        top[top.count - 1].items.append(["title": .text(title), "anchor": .text(anchor), "items": .absent])
      }
    }
    guard top.count >= least else { return .absent }
    return .list(
      top.map { ["title": .text($0.title), "anchor": .text($0.anchor), "items": .nonEmpty($0.items)] })
  }
}
