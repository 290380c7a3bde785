import Content
import Markdown
import Mustache

extension Output {
  /// One HTML file for every page.
  static let pages = Output(name: nil) { rendering in
    rendering.site.pages.indices.map { i in
      OutputTree.File(
        Site.file(at: rendering.site.pages[i].address),
        .made { out in
          let page = rendering.site.pages[i]
          let hooks = ContentHooks(page, rendering)
          let allowsHTML = rendering.site.settings.allowsRawHTML(in: page.path)
          var content: [UInt8] = []
          HTMLWriter.write(
            page.document, options: .init(unsafe: allowsHTML, tagFilter: true), hooks: hooks, to: &content)
          let layout =
            page.isHome && rendering.templates.names.contains("layouts/home") ? "layouts/home" : "layouts/page"
          let values = PageValues.make(rendering, i, content: content)
          return hooks.findings.diagnostics
            + rendering.templates.render(layout, with: values, page: page.path, into: &out)
        })
    }
  }
}
