import Content
import Diagnostics
import Mustache

/// A page for every tag, and the list of all tags.
enum TopicPages {
  static func topics(_ rendering: Rendering, _ language: String) -> Value {
    .list(
      rendering.site.tags.filter { $0.language == language }.map { tag in
        ["label": .text(tag.label), "url": .text(rendering.url(tag.address)), "count": .number(tag.pages.count)]
      })
  }

  static func write(_ tag: Site.Tag, _ rendering: Rendering, to out: inout [UInt8]) -> [Diagnostic] {
    var context = rendering.shared[tag.language] ?? Object()
    context["topic"] = [
      "label": .text(tag.label),
      "pages": .list(tag.pages.map { SiteValues.link(to: rendering.site.pages[$0], rendering) }),
    ]
    var page = GeneratedPages.pageValues(
      title: tag.label, description: nil, address: tag.address, language: tag.language, rendering)
    if let topics = rendering.url(.topics, tag.language), case .list(let crumbs) = page["breadcrumbs"] ?? .absent {
      let title = rendering.words(tag.language)[StringKey.title(of: .topics)] ?? "topics"
      page["breadcrumbs"] = .list(crumbs + [["title": .text(title), "url": .text(topics), "isHome": false]])
    }
    context["page"] = .object(page)
    return rendering.templates.render("layouts/topic", with: .object(context), page: tag.address, into: &out)
  }
}
