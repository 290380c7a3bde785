import Content
import Diagnostics

extension Check {
  /// HTML in a page that the settings do not allow it in. Comments are always fine.
  static let rawHTML = Check(
    "content/raw-html", .error,
    .init(
      finds: "HTML in a page that `rawHTML` in sitegen.yml does not name, or a script in any page.",
      why: "HTML in a page escapes every check of structure and accessibility, and can load things from elsewhere.",
      bad: "Call <b>now</b>.\n", good: "Call **now**.\n"),
    scope: .page { view in
      guard view.prose.has(.htmlBlock) || view.prose.has(.htmlInline) else { return [] }
      let (page, site) = (view.page, view.site)
      let allowed = site.settings.allowsRawHTML(in: page.path)
      var open = Set<Substring>()
      var found: [Finding] = []
      for (i, node) in page.document.nodes.enumerated() where node.kind == .htmlBlock || node.kind == .htmlInline {
        let html = page.document.string(node.payload)
        if html.hasPrefix("<!--") { continue }
        // `<b>` and its `</b>` are one mistake.
        let name = html.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
        if html.hasPrefix("</") {
          if open.contains(name) { continue }
        } else {
          open.insert(name)
        }
        if allowed, !html.lowercased().contains("<script") { continue }
        found.append(
          Finding(
            at: page.location(of: i),
            allowed ? "a script may not stand in a page" : "raw HTML is not allowed in this page",
            help: allowed
              ? "remove it; nothing on this site runs scripts from pages"
              : "write it in Markdown; to show a '<', write '\\<'; or list the page under `rawHTML` in sitegen.yml"))
      }
      return found
    })
}
