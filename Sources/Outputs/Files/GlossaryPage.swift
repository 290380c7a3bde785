import Content
import Markdown
import Mustache

/// Terms with their definitions, and the references that the definitions cite.
struct GlossaryPage {
  let groups: Value
  let citations: CitationList

  /// - Parameter part: which part of the glossary, from 1.
  init(_ rendering: Rendering, _ language: String, part: Int) {
    let site = rendering.site
    let order = GeneratedPages.part(part, of: rendering.glossaryOrder, .glossary)
    var users: [Int: [Value]] = [:]
    for page in site.pages where page.language == language {
      for term in page.terms { users[term, default: []].append(SiteValues.link(to: page, rendering)) }
    }
    // One numbering over all definitions of the page, in the order in which they stand.
    let total = order.reduce(0) { $0 + site.data.glossary[$1].definition.citations.count }
    var list = CitationList(citations: total)
    var offsets: [Int: Int] = [:]
    var next = 0
    for i in order {
      offsets[i] = next
      for citation in site.data.glossary[i].definition.citations {
        list.cite(
          citation: next, citation.items.map { LocatedText($0.key, at: $0.location) }, site.referenceByID)
        next += 1
      }
    }
    citations = list
    let entries = order.map { i -> (label: String, value: Value) in
      let term = site.data.glossary[i]
      let own = list.slice(from: offsets[i] ?? 0, count: term.definition.citations.count)
      let value: Value = [
        "id": .text(term.id), "term": .text(term.term),
        "definition": .html(TermValues.definition(term, rendering, language, citations: own)),
        "also": .nonEmpty(term.alsoKnownAs.map { ["text": .text($0)] }), "pages": .nonEmpty(users[i] ?? []),
        "hasAlso": .flag(!term.alsoKnownAs.isEmpty), "hasPages": .flag(users[i]?.isEmpty == false),
      ]
      return (term.term, value)
    }
    groups = GeneratedPages.byLetter(entries, as: "terms")
  }
}
