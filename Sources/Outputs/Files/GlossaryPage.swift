import Content
import Markdown
import Mustache

/// All terms with their definitions, and the references that the definitions cite.
struct GlossaryPage {
  let groups: Value
  let citations: CitationList

  init(_ rendering: Rendering, _ language: String) {
    let site = rendering.site
    let order = site.data.glossary.indices.sorted {
      (site.data.glossary[$0].term.lowercased(), $0) < (site.data.glossary[$1].term.lowercased(), $1)
    }
    var users: [Int: [Value]] = [:]
    for page in site.pages where page.language == language {
      for term in page.terms { users[term, default: []].append(SiteValues.link(to: page, rendering)) }
    }
    // One numbering over all definitions, in the order in which they stand.
    let total = site.data.glossary.reduce(0) { $0 + $1.definition.citations.count }
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
      ]
      return (term.term, value)
    }
    groups = GeneratedPages.byLetter(entries, as: "terms")
  }
}
