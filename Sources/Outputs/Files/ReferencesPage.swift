import Content
import Mustache

/// All references of the site, by first author and year, with the pages that cite each.
enum ReferencesPage {
  /// - Parameter part: which part of the list, from 1.
  static func references(_ rendering: Rendering, _ language: String, part: Int) -> Value {
    let site = rendering.site
    var users: [Int: [Value]] = [:]
    for page in site.pages where page.language == language {
      for reference in page.citations.references {
        users[reference, default: []].append(SiteValues.link(to: page, rendering))
      }
    }
    let order = site.data.references.indices.sorted { a, b in
      key(site.data.references[a]) < key(site.data.references[b])
    }
    return .list(
      GeneratedPages.part(part, of: order, .references).map { i in
        let reference = site.data.references[i]
        return [
          "id": .text(reference.id), "html": .html(ReferenceFormat.html(reference, rendering.words(language))),
          "pages": .nonEmpty(users[i] ?? []), "hasPages": .flag(users[i]?.isEmpty == false),
        ]
      })
  }

  private static func key(_ reference: Reference) -> (String, Int, String) {
    ((reference.authors.first?.family ?? reference.title).lowercased(), reference.year ?? 0, reference.id)
  }
}
