import Diagnostics
import Testing

@testable import Content

struct GlossaryReaderTests {
  private func read(_ yaml: String) throws -> (terms: [GlossaryTerm], problems: [Diagnostic]) {
    let (node, found) = YAML.read(yaml.utf8, file: "glossary.yml")
    var problems = found
    let root = try #require(node)
    return (GlossaryReader.read(root, &problems), problems)
  }

  @Test func readsTermsWithDefinitionsInMarkdown() throws {
    let (terms, problems) = try read("- {id: a, term: A, definition: 'Said *so* [@x].', also: [B, C]}")
    #expect(problems.isEmpty)
    let term = try #require(terms.first)
    #expect([term.id, term.term] == ["a", "A"])
    #expect(term.alsoKnownAs == ["B", "C"])
    #expect(term.definition.nodes.contains { $0.kind == .emphasis })
    #expect(term.definition.citations.flatMap(\.items).map(\.key) == ["x"])
  }

  @Test func placesAllOfADefinitionAtItsStart() throws {
    let (terms, problems) = try read("- id: a\n  term: A\n  definition: |\n    One.\n\n    Two [@x] [@].\n")
    let place = try #require(terms.first?.definition.citations.first?.items.first?.location)
    #expect(place.file == "glossary.yml" && place.line == 3)
    #expect(problems.map(\.rule) == ["content/citation-syntax"])
    #expect(problems.map(\.location) == [place])
  }

  @Test(arguments: [
    ("- {term: A, definition: B}", "data/missing-key: term has no `id`"),
    ("- {id: a, definition: B}", "data/missing-key: term has no `term`"),
    ("- {id: a, term: A}", "data/missing-key: term has no `definition`"),
    ("- {id: a, term: A, definition: ''}", "data/missing-key: `definition` is empty"),
    ("- a", "data/wrong-type: `term` takes keys with values, this is a text"),
    ("a: {}", "data/wrong-type: `glossary` takes a list of terms, this is a group of keys"),
  ])
  func reportsAnEntryOnceAndLeavesItOut(yaml: String, expected: String) throws {
    let (terms, problems) = try read(yaml)
    #expect(problems.map { "\($0.rule): \($0.message)" } == [expected])
    #expect(terms.isEmpty)
  }

  @Test(arguments: [
    ("- {id: a, term: A, definition: B, see: C}", "data/unknown-key"),
    ("- {id: a, term: A, definition: B, also: C}", "data/wrong-type"),
    ("- {id: a, term: A, definition: B}\n- {id: a, term: C, definition: D}", "data/duplicate-id"),
  ])
  func keepsATermOfWhichOneThingIsWrong(yaml: String, rule: String) throws {
    let (terms, problems) = try read(yaml)
    #expect(problems.map(\.rule) == [rule])
    #expect(terms.first?.id == "a")
  }
}
