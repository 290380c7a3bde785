import Diagnostics
import Testing

@testable import Content

struct DataNodeTests {
  private var problems: [Diagnostic] = []

  private func node(_ text: String) throws -> DataNode { try #require(YAML.read(text.utf8, file: "x.yml").node) }

  @Test mutating func readsTexts() throws {
    #expect(try node("a").text("title", &problems) == "a")
    #expect(try node("2024").text("title", &problems) == "2024")
    #expect(try node("''").text("title", &problems) == "")
    #expect(problems.isEmpty)
  }

  @Test mutating func readsWholeNumbers() throws {
    #expect(try node("5").integer("order", &problems) == 5)
    #expect(try node("-5").integer("order", &problems) == -5)
    #expect(problems.isEmpty)
  }

  @Test(arguments: [("true", true), ("True", true), ("TRUE", true), ("false", false), ("False", false)])
  mutating func readsFlags(text: String, expected: Bool) throws {
    #expect(try node(text).flag("exit", &problems) == expected)
    #expect(problems.isEmpty)
  }

  @Test mutating func readsDaysQuotedOrNot() throws {
    #expect(try node("2026-11-21").day("due", &problems) == CalendarDay("2026-11-21"))
    #expect(try node("'2026-11-21'").day("due", &problems) == CalendarDay("2026-11-21"))
    #expect(problems.isEmpty)
  }

  @Test mutating func readsListsOfTextsWithTheirPlaces() throws {
    let texts = try #require(try node("[a, bc]").texts("tags", &problems))
    #expect(texts.map(\.text) == ["a", "bc"])
    #expect(texts.map(\.location.column) == [2, 5])
    #expect(try node("[]").texts("tags", &problems) == [])
    #expect(problems.isEmpty)
  }

  @Test mutating func leavesOutAnItemThatIsNoText() throws {
    #expect(try node("[a, [b], c]").texts("tags", &problems)?.map(\.text) == ["a", "c"])
    #expect(lines(problems) == ["1:5+3 `tags` takes a list of words, this item is a list"])
  }

  @Test(arguments: [
    ("[a]", "`title` takes a text, this is a list"), ("{a: b}", "`title` takes a text, this is a group of keys"),
    ("~", "`title` takes a text, this is empty"),
  ])
  mutating func reportsWhatIsNoText(text: String, expected: String) throws {
    #expect(try node(text).text("title", &problems) == nil)
    #expect(problems.map(\.message) == [expected])
    #expect(problems.map(\.rule) == ["data/wrong-type"])
  }

  @Test(arguments: [
    ("five", "`order` takes a whole number, this is 'five'", nil),
    ("5.0", "`order` takes a whole number, this is '5.0'", nil),
    ("'5'", "`order` takes a whole number, this is a text", "remove the quotes around 5"),
    ("99999999999999999999", "`order` takes a whole number, this one is too large", nil),
    ("[5]", "`order` takes a whole number, this is a list", nil),
    ("~", "`order` takes a whole number, this is empty", nil),
  ])
  mutating func reportsWhatIsNoWholeNumber(text: String, expected: String, help: String?) throws {
    #expect(try node(text).integer("order", &problems) == nil)
    #expect(problems.map(\.message) == [expected])
    #expect(problems.map(\.help) == [help])
  }

  @Test(arguments: [
    ("yes", "write true"), ("Yes", "write true"), ("on", "write true"), ("no", "write false"), ("off", "write false"),
    ("'true'", "write true, without quotes"), ("perhaps", nil), ("1", nil),
  ])
  mutating func reportsWhatIsNoFlag(text: String, help: String?) throws {
    #expect(try node(text).flag("exit", &problems) == nil)
    #expect(problems.map(\.rule) == ["data/wrong-type"])
    #expect(problems.map(\.help) == [help])
  }

  @Test(arguments: [
    ("2026-02-30", "the calendar has no day 2026-02-30"),
    ("21/11/2026", "`due` takes a date such as 2026-11-21, this is '21/11/2026'"),
    ("soon", "`due` takes a date such as 2026-11-21, this is 'soon'"),
    ("[2026-11-21]", "`due` takes a date such as 2026-11-21, this is a list"),
  ])
  mutating func reportsWhatIsNoDay(text: String, expected: String) throws {
    #expect(try node(text).day("due", &problems) == nil)
    #expect(problems.map(\.message) == [expected])
  }

  @Test mutating func showsHowToWriteAList() throws {
    #expect(try node("bladder").texts("tags", &problems) == nil)
    #expect(problems.map(\.message) == ["`tags` takes a list of words, this is a text"])
    #expect(problems.map(\.help) == ["write it as a list: [bladder]"])
  }

  @Test mutating func shortensLongTextsInMessages() throws {
    _ = try node(String(repeating: "x", count: 500)).integer("order", &problems)
    #expect(try #require(problems.first).message.count < 100)
  }
}
