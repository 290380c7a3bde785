import Content
import Diagnostics

/// Finds the page that somebody names on the command line: by its file, or by its address.
package enum NamedPage {
  /// - Parameter root: the project's folder, which a name that the shell completed begins with.
  package static func find(_ name: String, in site: Site, root: String) throws(UnknownName) -> Page {
    var wanted = name[...]
    for prefix in [root + "/", "./"] where wanted.hasPrefix(prefix) { wanted = wanted.dropFirst(prefix.count) }
    while wanted.hasPrefix("/") { wanted = wanted.dropFirst() }
    while wanted.hasSuffix("/") { wanted = wanted.dropLast() }
    let inside = wanted.hasPrefix("content/") ? String(wanted.dropFirst("content/".count)) : String(wanted)
    for path in [inside, inside + ".md", inside + "/index.md", inside.isEmpty ? "index.md" : inside] {
      if let page = site.page(at: "content/" + path) { return page }
    }
    let known = site.pages.map { String($0.path.dropFirst("content/".count)) }
    let nearest =
      NearMiss.nearest(to: inside, in: known) ?? NearMiss.nearest(to: inside + ".md", in: known)
      ?? known.first { $0.split(separator: "/").last == (inside + ".md").split(separator: "/").last }
      ?? known.first { $0.split(separator: "/").last == inside.split(separator: "/").last }
    throw UnknownName(
      message: "there is no page '\(name)'"
        + (nearest.map { "; did you mean 'content/\($0)'" } ?? "; `sitegen list` shows all pages"))
  }
}
