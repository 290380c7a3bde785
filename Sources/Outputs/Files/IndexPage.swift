import Content
import Mustache

/// A to Z: every page by its title, and by the words that people search it with.
enum IndexPage {
  static func groups(_ rendering: Rendering, _ language: String, withSearchTerms: Bool) -> Value {
    var entries: [(label: String, value: Value)] = []
    for page in rendering.site.pages where page.language == language && page.parent != nil {
      let url = Value.text(rendering.url(of: page))
      entries.append((page.title, ["label": .text(page.title), "url": url, "see": .absent]))
      guard withSearchTerms else { continue }
      for term in page.frontMatter.searchTerms where term.text.lowercased() != page.title.lowercased() {
        entries.append((term.text, ["label": .text(term.text), "url": url, "see": .text(page.title)]))
      }
    }
    return GeneratedPages.byLetter(entries, as: "entries")
  }
}
