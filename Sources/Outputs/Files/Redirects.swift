import Content
import Mustache

extension Output {
  /// Former addresses: a small page at each, and `_redirects` for hosts that read it.
  static let redirects = Output(name: "redirects") { rendering in
    let site = rendering.site
    guard !site.aliases.isEmpty else { return [] }
    let pages = site.aliases.map { alias in
      OutputTree.File(
        Site.file(at: alias.address),
        .made { out in
          let target = site.pages[alias.page]
          var context = rendering.shared[target.language] ?? Object()
          context["target"] = [
            "url": .text(rendering.url(of: target)), "absoluteURL": .text(rendering.absoluteURL(target.address)),
            "title": .text(target.title),
          ]
          context["page"] = .object(
            GeneratedPages.pageValues(
              title: target.title, description: target.frontMatter.description?.text, address: alias.address,
              language: target.language, rendering))
          return rendering.templates.render("layouts/redirect", with: .object(context), page: target.path, into: &out)
        })
    }
    let lines = site.aliases.map { alias in
      "\(rendering.url(alias.address)) \(rendering.url(of: site.pages[alias.page])) 301\n"
    }
    return pages + [OutputTree.File("_redirects", bytes: Array(lines.sorted().joined().utf8))]
  }
}
