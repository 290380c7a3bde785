import Diagnostics
import Markdown

/// Reads `content/data/glossary.yml`: a list of terms with short definitions in Markdown.
enum GlossaryReader {
  static func read(_ node: DataNode, _ problems: inout [Diagnostic]) -> [GlossaryTerm] {
    var terms: [GlossaryTerm] = []
    for item in node.list("glossary", of: "terms", &problems) ?? [] {
      guard let fields = item.fields("term", keys: ["id", "term", "definition", "also"], &problems),
        let id = fields.requiredText("id", &problems), let term = fields.requiredText("term", &problems),
        let definition = fields.requiredText("definition", &problems)
      else { continue }
      let place = fields["definition"]?.location ?? item.location
      let (document, found) = Parser(file: place.file).parse(Array(definition.utf8)[...])
      // Places inside a YAML text cannot be told exactly (quotes, folding); the definition as a whole is named.
      problems += found.map { problem in
        var moved = problem
        moved.location = place
        return moved
      }
      terms.append(
        GlossaryTerm(
          id: id, location: fields["id"]?.location ?? item.location, term: term, definition: document.moved(to: place),
          alsoKnownAs: (fields.texts("also", &problems) ?? []).map(\.text)))
    }
    reportDuplicates(terms.map { ($0.id, $0.location) }, "term", &problems)
    return terms
  }
}

/// Reports ids that more than one entry of a data file has.
func reportDuplicates(_ ids: [(id: String, location: SourceLocation)], _ what: String, _ problems: inout [Diagnostic]) {
  var first: [String: SourceLocation] = [:]
  for (id, location) in ids {
    guard let earlier = first[id] else {
      first[id] = location
      continue
    }
    problems.append(
      Diagnostic(
        "data/duplicate-id", at: location, "two entries have the id '\(id)'", help: "give this \(what) another id",
        notes: [.init("first given here", at: earlier)]))
  }
}
