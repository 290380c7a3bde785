import Diagnostics
import Testing

@testable import Content

struct DataReaderTests {
  private func read(_ files: [String: String]) -> (data: SiteData, problems: [Diagnostic]) {
    DataReader.read(SourceTree(files))
  }

  @Test(arguments: [
    ("cards.yml", "- {name: A, size: 1}\n- {name: B, size: 2}"),
    ("cards.yaml", "- name: A\n  size: 1\n- name: B\n  size: 2"),
    ("cards.json", "[{\"name\": \"A\", \"size\": 1}, {\"name\": \"B\", \"size\": 2}]"),
    ("cards.csv", "name,size\nA,1\nB,2\n"),
  ])
  func readsEveryFormatAsTheSameRows(file: String, text: String) throws {
    let (data, problems) = read(["content/data/" + file: text])
    #expect(problems.isEmpty)
    let rows = try #require(data.tables["cards"])
    #expect(rows.map { $0["name"]?.scalar } == ["A", "B"])
    #expect(rows.map { $0["size"]?.scalar } == ["1", "2"])
    #expect(data.incomplete.isEmpty)
  }

  @Test func placesTheCellsOfATable() throws {
    let rows = try #require(read(["content/data/a.csv": "x,y\n1,2\n"]).data.tables["a"])
    #expect(rows.map(\.location) == [SourceLocation(file: "content/data/a.csv", line: 2, column: 1, length: 1)])
    #expect(rows[0]["y"]?.location.column == 3)
  }

  @Test func namesATableInAFolderByItsPath() {
    #expect(Array(read(["content/data/trials/pain.csv": "a\n1\n"]).data.tables.keys) == ["trials/pain"])
  }

  @Test func readsTheSiteOwnKindsOfData() {
    let (data, problems) = read([
      "content/data/references.json": "[{\"id\": \"a\", \"title\": \"A\"}]",
      "content/data/glossary.yml": "- {id: b, term: B, definition: C}",
      "content/data/support-lines.yml":
        "- {id: c, country: GB, name: C, kind: crisis, url: https://c.org, evidence: https://c.org, verified: 2026-11-21}",
    ])
    #expect(problems.isEmpty)
    #expect(data.references.map(\.id) == ["a"])
    #expect(data.glossary.map(\.id) == ["b"])
    #expect(data.supportLines.map(\.id) == ["c"])
    #expect(data.tables.keys.sorted() == ["glossary", "references", "support-lines"])
    #expect(data.incomplete.isEmpty)
  }

  @Test func looksOnlyWhereDataBelong() {
    let (data, problems) = read([
      "content/other/cards.yml": "- {a: 1}", "content/data/.hidden.yml": "- {a: 1}",
      "content/data/.folder/x.yml": "- {a: 1}", "content/data/sub/.x.yml": "- {a: 1}", "data/cards.yml": "- {a: 1}",
      "templates/strings/notes.txt": "x",
    ])
    #expect(problems.isEmpty)
    #expect(data.tables.isEmpty && data.strings.isEmpty)
  }

  @Test func reportsAFileOfAnotherFormat() {
    let (data, problems) = read(["content/data/cards.xml": "<a/>"])
    #expect(problems.map(\.rule) == ["data/unknown-format"])
    #expect(data.incomplete == ["cards"])
  }

  @Test func reportsTwoFilesOfOneName() {
    let (_, problems) = read(["content/data/a.csv": "x\n1\n", "content/data/a.yml": "- {x: 1}"])
    #expect(problems.map(\.rule) == ["data/duplicate-name"])
    #expect(problems.map(\.location.file) == ["content/data/a.yml"])
  }

  @Test(arguments: [
    ("references.json", "["), ("references.json", "{}"), ("references.json", "[{\"id\": \"a\"}]"),
    ("glossary.yml", "- {id: a}"), ("glossary.yml", "- ["), ("support-lines.yml", "- {id: a}"),
  ])
  func remembersThatAFileIsIncomplete(file: String, text: String) throws {
    let (data, problems) = read(["content/data/" + file: text])
    #expect(!problems.isEmpty)
    #expect(data.incomplete.map { file.hasPrefix($0) } == [true])
  }

  @Test func reportsAFileThatCannotBeRead() {
    let tree = SourceTree(paths: ["content/data/a.yml", "templates/strings/en.yml"]) {
      (path) throws(SourceTree.ReadError) in throw SourceTree.ReadError(reason: "permission denied")
    }
    let (data, problems) = DataReader.read(tree)
    #expect(problems.map(\.rule) == ["input/unreadable", "input/unreadable"])
    #expect(problems.first?.message == "the file cannot be read: permission denied")
    #expect(data.incomplete == ["a"])
  }

  @Test func readsStringsByLanguage() {
    let (data, problems) = read([
      "templates/strings/en.yml": "skip: Skip", "templates/strings/pt-BR.yml": "skip: Pular",
    ])
    #expect(problems.isEmpty)
    #expect(data.strings.keys.sorted() == ["en", "pt-BR"])
    #expect(data.strings["pt-BR"]?["skip"]?.scalar == "Pular")
  }
}
