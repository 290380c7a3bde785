import Markdown
import Testing

@testable import Content

struct DirectiveRowsTests {
  private func directive(_ text: String) throws -> Directive {
    let (document, problems) = Parser(file: "a.md").parse(Array("\(text)\n:::\n".utf8)[...])
    #expect(problems.isEmpty)
    return try #require(document.directives.first)
  }

  /// The field `id` of the rows drawn; nil if no data are.
  private func ids(_ text: String) throws -> [String?]? {
    let yaml = "- {id: a, country: GB, kind: crisis}\n- {id: b, country: IE, kind: crisis}\n- {id: c, country: GB}\n"
    let node = try #require(YAML.read(yaml.utf8, file: "lines.yml").node)
    let lines = try #require(node.items)
    let rows = DirectiveRows(tables: ["lines": lines, "empty": []])
    return try rows.rows(for: directive(text))?.map { $0["id"]?.scalar }
  }

  @Test(arguments: [
    (":::lines", ["a", "b", "c"]), (":::cards{data=lines}", ["a", "b", "c"]), (":::lines{country=GB}", ["a", "c"]),
    (":::lines{country=GB kind=crisis}", ["a"]), (":::lines{country=gb}", []), (":::lines{kind=\"\"}", []),
    (":::lines{colour=red}", ["a", "b", "c"]), (":::lines{colour=red country=IE}", ["b"]),
    (":::lines{data=empty}", []), (":::cards{data=lines id=b}", ["b"]),
  ])
  func drawsTheRowsThatEveryAttributePicks(text: String, expected: [String]) throws {
    #expect(try ids(text) == expected)
  }

  @Test(arguments: [":::callout", ":::lines{data=zzz}", ":::callout{country=GB}"])
  func drawsNothingWithoutADataFile(text: String) throws { #expect(try ids(text) == nil) }

  @Test(arguments: [
    ("{reference: a}", ["a"]), ("{references: [a, b]}", ["a", "b"]), ("{references: []}", []), ("{id: a}", []),
    ("{references: a}", []), ("{reference: a, references: [b]}", ["a"]), ("{references: [a, [b]]}", ["a"]),
  ])
  func findsTheReferencesOfARow(yaml: String, expected: [String]) throws {
    let row = try #require(YAML.read(yaml.utf8, file: "a.yml").node)
    let references = DirectiveRows.references(of: row)
    #expect(references.map(\.text) == expected)
    #expect(references.allSatisfy { $0.location.file == "a.yml" && $0.location.line == 1 })
  }
}
