import Diagnostics
import Markdown
import Testing

@testable import Content

struct PageParserTests {
  private func parse(_ text: String) -> (page: ParsedPage, problems: [Diagnostic]) { parse(Array(text.utf8)) }

  private func parse(_ bytes: [UInt8]) -> (page: ParsedPage, problems: [Diagnostic]) {
    PageParser(settings: .plain).parse(bytes, path: "content/a.md")
  }

  private func text(_ page: ParsedPage) -> String? { page.isUnread ? nil : page.document.plainText(of: 0) }

  /// `rule line:column+length` of each problem.
  private func report(_ bytes: [UInt8]) -> [String] {
    parse(bytes).problems.map { "\($0.rule) \($0.location.line):\($0.location.column)+\($0.location.length)" }
  }

  private func report(_ text: String) -> [String] { report(Array(text.utf8)) }

  @Test(arguments: ["---\ntitle: A\n---\nText", "---\ntitle: A\n--- \t\nText", "--- \ntitle: A\n---\nText\n"])
  func splitsFrontMatterFromText(file: String) {
    let (page, problems) = parse(file)
    #expect(problems.isEmpty)
    #expect(page.path == "content/a.md")
    #expect(page.frontMatter.title.text == "A")
    #expect(text(page) == "Text")
  }

  @Test(arguments: ["---\ntitle: A\n---", "---\ntitle: A\n---\n"])
  func readsAPageWithoutText(text: String) {
    let (page, problems) = parse(text)
    #expect(problems.isEmpty)
    #expect(page.document.nodes.map(\.kind) == [.document])
  }

  @Test func leavesRulesInTheTextAlone() {
    let (page, problems) = parse("---\ntitle: A\n---\none\n\n---\n\ntwo\n")
    #expect(problems.isEmpty)
    #expect(page.document.nodes.contains { $0.kind == .thematicBreak })
  }

  @Test func endsFrontMatterAtALineOfThreeHyphensOnly() {
    let (page, problems) = parse("---\ntitle: A\ndescription: |\n  one\n  ---\n  ----\n---\nText\n")
    #expect(problems.isEmpty)
    #expect(page.frontMatter.description?.text == "one\n---\n----\n")
  }

  @Test func countsLinesFromTheStartOfTheFile() throws {
    let (page, problems) = parse("---\ntitle: A\n---\n\n## Two {#x}\n\n## Three {#x}\n")
    #expect(problems.map(\.location.line) == [7])
    let heading = try #require(page.document.headings.first)
    #expect(page.document.nodes[Int(heading)].line == 5)
    #expect(page.frontMatter.title.location == SourceLocation(file: "content/a.md", line: 2, column: 8, length: 1))
  }

  @Test func countsLinesOfFrontMatterFromTheStartOfTheFile() {
    #expect(report("---\ntitle: A\nzzzzzz: 1\n---\n") == ["data/unknown-key 3:1+6"])
  }

  @Test(arguments: ["", " ", "\n\n\t \r\n"])
  func reportsAnEmptyFileOnce(text: String) {
    #expect(report(text) == ["content/empty 0:0+0"])
    #expect(parse(text).page.isUnread)
  }

  @Test(arguments: [
    "Text", "title: A\n", "\n---\ntitle: A\n---\n", " ---\ntitle: A\n---\n", "----\ntitle: A\n---\n", "---", "--",
  ])
  func reportsAPageWithoutFrontMatter(text: String) {
    #expect(report(text) == ["content/no-front-matter 1:1+0"])
    #expect(parse(text).page.isUnread)
  }

  @Test(arguments: ["---\n", "---\ntitle: A\n", "---\ntitle: A\n ---\nText", "---\ntitle: A\n----\n--"])
  func reportsFrontMatterThatIsNotClosed(text: String) {
    #expect(report(text) == ["content/unclosed-front-matter 1:1+3"])
    #expect(parse(text).page.isUnread)
  }

  @Test func reportsEmptyFrontMatterAsAMissingTitleOnly() {
    #expect(parse("---\n---\nText\n").problems.map(\.rule) == ["data/missing-key"])
  }

  @Test func readsTheTextThoughFrontMatterIsBroken() {
    let (page, problems) = parse("---\ntitle: [\n---\nText\n")
    #expect(problems.map(\.rule) == ["data/yaml-syntax"])
    #expect(text(page) == "Text")
  }

  @Test func reportsAByteOrderMark() {
    #expect(report([0xEF, 0xBB, 0xBF] + Array("---\ntitle: A\n---\n".utf8)) == ["content/byte-order-mark 1:1+0"])
    #expect(report([0xEF, 0xBB, 0xBF]) == ["content/byte-order-mark 1:1+0"])
  }

  @Test(arguments: [
    ("---\r\ntitle: A\r\n---\r\n", "content/line-ends 1:4+1"), ("---\ntitle: A\n---\nx\r\n", "content/line-ends 4:2+1"),
    ("---\ntitle: A\n---\nx\ry", "content/line-ends 4:2+1"), ("---\ntitle: A\n---\né\r", "content/line-ends 4:3+1"),
    ("---\ntitle: A\n---\nab\u{0}c\r", "data/encoding 4:3+1"), ("\u{0}", "data/encoding 1:1+1"),
  ])
  func placesBytesThatNoEditorShows(text: String, expected: String) { #expect(report(text) == [expected]) }

  @Test func reportsTheFirstByteThatIsNotUTF8() {
    #expect(report(Array("---\ntitle: A\n---\né".utf8) + [0xFF, 0xFE]) == ["data/encoding 4:3+1"])
    #expect(report([0xFF, 0xFE, 0x2D, 0x00]) == ["data/encoding 1:1+1"])
    #expect(parse([0xFF, 0xFE, 0x2D, 0x00]).problems.first?.message == "the file is UTF-16, files here are UTF-8")
  }

  @Test func takesAPageOfTheSizeLimitAndRefusesOneByteMore() {
    let head = "---\ntitle: A\n---\n"
    let fitting = head + String(repeating: "a", count: Parser.sizeLimit - head.utf8.count)
    #expect(report(fitting) == [])
    #expect(report(fitting + "a") == ["content/too-large 0:0+0"])
    #expect(parse(fitting + "a").page.isUnread)
  }
}
