import Content
import Markdown
import Mustache

/// Glossary terms as templates get them.
enum TermValues {
  static func list(_ terms: [Int], _ rendering: Rendering, _ language: String) -> Value {
    .nonEmpty(terms.map { value($0, rendering, language) })
  }

  /// - Returns: `id`, `term`, `definition` without its citations, and `url` in the glossary.
  private static func value(_ i: Int, _ rendering: Rendering, _ language: String) -> Value {
    let term = rendering.site.data.glossary[i]
    return [
      "id": .text(term.id), "term": .text(term.term), "url": .optional(rendering.url(ofTerm: i, language)),
      "definition": .html(definition(term, rendering, language, citations: nil)),
    ]
  }

  /// - Parameter citations: the numbers of the page that shows the definition; without them citations are left out.
  static func definition(
    _ term: GlossaryTerm, _ rendering: Rendering, _ language: String, citations: CitationList?
  ) -> [UInt8] {
    let links = LinkTargets.ofGlossary(term, rendering.site)
    let hooks = ContentHooks(
      rendering: rendering, page: term.location.file, language: language, document: term.definition, targets: links,
      citations: citations ?? CitationList(citations: term.definition.citations.count), rows: [:])
    var out: [UInt8] = []
    HTMLWriter.write(term.definition, hooks: hooks, to: &out)
    return citations == nil ? withoutSpaceBeforeStops(out) : out
  }

  /// A citation that is left out leaves its space behind: `receptor .` → `receptor.`
  private static func withoutSpaceBeforeStops(_ html: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for byte in html {
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), out.last == 32 { out.removeLast() }
      out.append(byte)
    }
    return out
  }
}

/// Links in a definition lead to other terms and to other sites; there is no page that relative ones could start from.
enum LinkTargets {
  static func ofGlossary(_ term: GlossaryTerm, _ site: Site) -> [LinkTarget] {
    term.definition.links.map { link in
      let destination = term.definition.string(link.destination)
      guard destination.hasPrefix("glossary:") else {
        return DangerousURL.matches(term.definition.bytes(link.destination)) ? .dangerous : .external
      }
      let id = String(destination.dropFirst("glossary:".count))
      return site.termByID[id].map(LinkTarget.term) ?? .unknownTerm(id)
    }
  }
}
