import Diagnostics
import Testing

@testable import Content

struct ReferencesReaderTests {
  private func read(_ json: String) throws -> (references: [Reference], problems: [Diagnostic]) {
    let (node, found) = JSON.read(json.utf8, file: "references.json")
    var problems = found
    let root = try #require(node)
    return (ReferencesReader.read(root, &problems), problems)
  }

  @Test func readsEveryFieldThatIsShown() throws {
    let (references, problems) = try read(
      """
      [{"id": "a", "type": "article-journal", "title": "T", "container-title": "C", "publisher": "P", "volume": "1",
        "issue": 2, "page": "3-4", "number": "e5", "DOI": "10.1/x", "URL": "https://a.org", "note": "N",
        "author": [{"family": "F", "given": "G"}, {"literal": "Group"}], "issued": {"date-parts": [[2006, 8, 1]]}}]
      """)
    #expect(problems.isEmpty)
    let reference = try #require(references.first)
    #expect([reference.id, reference.type, reference.title] == ["a", "article-journal", "T"])
    #expect(
      [reference.containerTitle, reference.publisher, reference.volume, reference.issue] == ["C", "P", "1", "2"])
    #expect([reference.page, reference.number, reference.doi] == ["3-4", "e5", "10.1/x"])
    #expect([reference.url, reference.note] == ["https://a.org", "N"])
    #expect(reference.authors.map { "\($0.family)|\($0.given ?? "")" } == ["F|G", "Group|"])
    #expect(reference.year == 2006)
    #expect(reference.location.line == 1)
  }

  @Test func needsAnIdAndATitleOnly() throws {
    let (references, problems) = try read("[{\"id\": 5, \"title\": \"T\"}]")
    #expect(problems.isEmpty)
    #expect(references.map(\.id) == ["5"])
    #expect(references.map(\.type) == ["document"])
    #expect(references.first?.authors.isEmpty == true)
  }

  @Test func leavesFieldsAloneThatItDoesNotKnow() throws {
    let (references, problems) = try read(
      "[{\"id\": \"a\", \"title\": \"T\", \"abstract\": \"…\", \"custom\": {\"x\": 1}}]")
    #expect(references.count == 1 && problems.isEmpty)
  }

  @Test(arguments: [
    ("{\"family\": \"Berg\", \"non-dropping-particle\": \"van den\"}", ["van den Berg"]),
    ("{\"given\": \"A\"}", []), ("\"Berg\"", []), ("{\"literal\": \"WHO\", \"family\": \"x\"}", ["WHO"]),
  ])
  func readsNames(name: String, expected: [String]) throws {
    let (references, _) = try read("[{\"id\": \"a\", \"title\": \"T\", \"author\": [\(name)]}]")
    #expect(references.first?.authors.map(\.family) == expected)
  }

  @Test(
    arguments: [
      ("{\"date-parts\": [[\"1999\"]]}", 1999), ("{\"date-parts\": [[2000], [2001]]}", 2000),
      ("{\"date-parts\": [[]]}", nil),
      ("{\"date-parts\": []}", nil), ("{\"raw\": \"May 2000\"}", nil), ("2000", nil),
    ] as [(String, Int?)])
  func readsTheYear(issued: String, expected: Int?) throws {
    let (references, problems) = try read("[{\"id\": \"a\", \"title\": \"T\", \"issued\": \(issued)}]")
    #expect(problems.isEmpty)
    #expect(references.map(\.year) == [expected])
  }

  @Test(arguments: [
    ("[{\"title\": \"T\"}]", "data/missing-key: reference has no `id`"),
    ("[{\"id\": \"a\"}]", "data/missing-key: reference has no `title`"),
    ("[{\"id\": \"\", \"title\": \"T\"}]", "data/missing-key: `id` is empty"),
    ("[{\"id\": \"a\", \"title\": [\"T\"]}]", "data/wrong-type: `title` takes a text, this is a list"),
    ("[\"a\"]", "data/wrong-type: a reference is a group of keys in { }"),
    ("{\"id\": \"a\"}", "data/wrong-type: `references` takes a list of references, this is a group of keys"),
  ])
  func reportsAnEntryOnceAndLeavesItOut(json: String, expected: String) throws {
    let (references, problems) = try read(json)
    #expect(problems.map { "\($0.rule): \($0.message)" } == [expected])
    #expect(references.isEmpty)
  }

  @Test func reportsAnIdGivenTwice() throws {
    let (_, problems) = try read(
      "[{\"id\": \"a\", \"title\": \"T\"},\n{\"id\": \"a\", \"title\": \"U\"},\n{\"id\": \"a\", \"title\": \"V\"}]")
    #expect(problems.map(\.rule) == ["data/duplicate-id", "data/duplicate-id"])
    #expect(problems.map(\.location.line) == [2, 3])
    #expect(problems.flatMap(\.notes).map(\.location?.line) == [1, 1])
  }
}
