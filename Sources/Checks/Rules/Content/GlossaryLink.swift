import Content
import Diagnostics
import Markdown

extension Check {
  /// A link in a glossary definition that leads nowhere: definitions stand on many pages, so a path from one of them
  /// would be wrong on the others.
  static let glossaryLink = Check(
    "content/glossary-link", .error,
    .init(
      finds: "A link in a glossary definition that leads to a page, or to a term that is not there.",
      why: "Definitions stand on many pages, so a path from one of them is wrong on the others.",
      bad: ["content/data/glossary.yml": "- {id: a, term: A, definition: \"See [b](glossary:b).\"}\n"],
      good: [
        "content/data/glossary.yml":
          "- {id: a, term: A, definition: \"See [b](glossary:b).\"}\n- {id: b, term: B, definition: Text.}\n"
      ]),
    scope: .site { input in
      let site = input.site
      return site.data.glossary.flatMap { term in
        term.definition.links.compactMap { link -> Finding? in
          let destination = term.definition.string(link.destination)
          let node = term.definition.nodes[Int(link.node)]
          let location = SourceLocation(
            file: term.location.file, line: Int(node.line), column: Int(node.column),
            length: Int(node.endColumn - node.column) + 1)
          if destination.hasPrefix("glossary:") {
            let id = String(destination.dropFirst("glossary:".count))
            if site.termByID[id] != nil { return nil }
            return Finding(
              at: location, "the definition of '\(term.term)' links to no term '\(id)'",
              help: NearMiss.nearest(to: id, in: site.termByID.keys).map { "the nearest is '\($0)'" })
          }
          if node.kind == .link, destination.hasPrefix("https://") || destination.hasPrefix("http://") { return nil }
          return Finding(
            at: location, "a definition may link to other terms and to other sites only",
            help: "write [words](glossary:id), or take the link out")
        }
      }
    })
}
