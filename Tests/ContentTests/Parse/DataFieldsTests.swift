import Diagnostics
import Testing

@testable import Content

struct DataFieldsTests {
  private var problems: [Diagnostic] = []

  private mutating func fields(_ text: String) throws -> DataFields? {
    let node = try #require(YAML.read(text.utf8, file: "x.yml").node)
    return node.fields("front matter", keys: ["title", "order", "exit", "due", "tags", "review"], &problems)
  }

  @Test mutating func readsKnownKeys() throws {
    let found = try fields("title: A\norder: 2\nexit: true\ndue: 2026-11-21\ntags: [x]\nreview: {on: 2026-01-01}")
    let fields = try #require(found)
    #expect(fields.text("title", &problems) == "A")
    #expect(fields.integer("order", &problems) == 2)
    #expect(fields.flag("exit", &problems) == true)
    #expect(fields.day("due", &problems) == CalendarDay("2026-11-21"))
    #expect(fields.texts("tags", &problems)?.map(\.text) == ["x"])
    #expect(fields.list("tags", &problems)?.count == 1)
    #expect(fields.fields("review", keys: ["on"], &problems)?.day("on", &problems) == CalendarDay("2026-01-01"))
    #expect(fields.location(of: "order").line == 2)
    #expect(problems.isEmpty)
  }

  @Test mutating func saysNothingOfAbsentKeys() throws {
    let fields = try #require(try fields("title: A"))
    #expect(fields.integer("order", &problems) == nil)
    #expect(problems.isEmpty)
  }

  @Test mutating func reportsAnUnknownKeyWithTheNearest() throws {
    #expect(try fields("titel: A\norder: 1") != nil)
    #expect(lines(problems) == ["1:1+5 front matter has no key `titel`"])
    #expect(problems.map(\.rule) == ["data/unknown-key"])
    #expect(problems.map(\.help) == ["the nearest is `title`"])
  }

  @Test mutating func listsTheKeysWhenNoneIsNear() throws {
    #expect(try fields("zzzzzz: A") != nil)
    #expect(problems.first?.help == "the keys are `title`, `order`, `exit`, `due`, `tags`, `review`")
  }

  @Test mutating func refusesWhatIsNoMapping() throws {
    #expect(try fields("[a]") == nil)
    #expect(problems.map(\.message) == ["`front matter` takes keys with values, this is a list"])
  }

  @Test mutating func readsNothingAsNoFields() throws {
    let fields = try #require(try fields("# only a comment"))
    #expect(fields.entries.isEmpty)
    #expect(fields.requiredText("title", &problems) == nil)
    #expect(problems.map(\.message) == ["front matter has no `title`"])
    #expect(problems.map(\.rule) == ["data/missing-key"])
  }

  @Test mutating func reportsARequiredTextThatIsEmpty() throws {
    let fields = try #require(try fields("title: '  '"))
    #expect(fields.requiredText("title", &problems) == nil)
    #expect(problems.map(\.message) == ["`title` is empty"])
  }
}
