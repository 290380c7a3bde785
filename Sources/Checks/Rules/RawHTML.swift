import Content
import Diagnostics

extension Check {
  /// HTML in a page that the settings do not allow it in. Comments are always fine.
  static let rawHTML = Check(
    id: "content/raw-html",
    scope: .page { page, site in
      let allowed = site.settings.rawHTML.contains { "content/" + $0.text == page.path }
      return page.document.nodes.indices.compactMap { i in
        let node = page.document.nodes[i]
        guard node.kind == .htmlBlock || node.kind == .htmlInline else { return nil }
        let html = page.document.string(node.payload)
        if html.hasPrefix("<!--") { return nil }
        if allowed, !html.lowercased().contains("<script") { return nil }
        return Diagnostic(
          "content/raw-html", at: page.location(of: i),
          allowed ? "a script may not stand in a page" : "raw HTML is not allowed in this page",
          help: allowed
            ? "remove it; nothing on this site runs scripts from pages"
            : "write it in Markdown; to show a '<', write '\\<'; or list the page under `rawHTML` in sitegen.yml")
      }
    })
}
