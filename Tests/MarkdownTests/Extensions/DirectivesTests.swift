import Markdown
import Testing

struct DirectivesTests {
  @Test func aDirectiveHoldsTheBlocksUpToItsClosingFence() {
    let page = Parsed("before\n\n:::note\none\n\n- two\n:::\n\nafter\n")
    #expect(
      page.outline == "paragraph('before') note(paragraph('one') list(item(paragraph('two')))) paragraph('after')")
    #expect(page.diagnostics.isEmpty)
  }

  @Test func fencesNeedNoEmptyLinesAroundThem() {
    let page = Parsed("before\n:::a\ntext\n:::\nafter")
    #expect(page.outline == "paragraph('before') a(paragraph('text')) paragraph('after')")
    #expect(page.diagnostics.isEmpty)
  }

  @Test func theClosingFenceMayEndTheFileWithoutANewline() {
    #expect(Parsed(":::a\nx\n:::").outline == "a(paragraph('x'))")
    #expect(Parsed(":::a\n:::").outline == "a")
    #expect(Parsed(":::a\r\nx\r\n:::\r\n").outline == "a(paragraph('x'))")
  }

  @Test func directivesNestWithEqualAndWithDifferentColons() {
    #expect(Parsed(":::a\n:::b\nx\n:::\n:::\n").outline == "a(b(paragraph('x')))")
    #expect(Parsed("::::a\n:::b\nx\n:::\ny\n::::\n").outline == "a(b(paragraph('x')) paragraph('y'))")
    #expect(Parsed(":::a\n:::\n\n:::b\n:::\n").outline == "a b")
  }

  @Test func anOuterFenceClosesWhatIsOpenInsideAndSaysSo() {
    let page = Parsed("::::a\n:::b\nx\n::::\ny\n")
    #expect(page.outline == "a(b(paragraph('x'))) paragraph('y')")
    #expect(page.problems == ["2:4 content/unclosed-directive"])
  }

  @Test func unclosedDirectivesAreReportedWhereTheyBegin() {
    let page = Parsed("text\n\n:::a\n:::b\nx\n", lineOffset: 10)
    #expect(page.outline == "paragraph('text') a(b(paragraph('x')))")
    #expect(page.problems == ["14:4 content/unclosed-directive", "13:4 content/unclosed-directive"])
  }

  @Test func aClosingFenceWithNothingToCloseIsReported() {
    let page = Parsed("a\n\n  :::\n\nb\n")
    #expect(page.problems == ["3:3 content/directive-syntax"])
    #expect(page.outline == "paragraph('a') paragraph('b')")
  }

  @Test func directivesInsideListsQuotesAndFootnotesAreReported() {
    #expect(
      Parsed("- :::a\n  x\n  :::\n").problems == ["1:3 content/nested-directive", "3:3 content/nested-directive"])
    #expect(Parsed("> :::a\n> :::\n").problems == ["1:3 content/nested-directive", "2:3 content/nested-directive"])
    #expect(Parsed("a[^1]\n\n[^1]: b\n\n    :::a\n").problems == ["5:5 content/nested-directive"])
  }

  @Test(arguments: [
    "```\n:::a\n```\n", "    :::a\n", "`:::a`\n", "\\:::a\n", "text :::a\n", "::a\n", "<div>\n:::a\n</div>\n",
    "- a\n\n      :::a\n",
  ])
  func colonsThatAreNoFenceAreLeftAlone(_ text: String) {
    let page = Parsed(text)
    #expect(page.document.directives.isEmpty)
    #expect(page.diagnostics.isEmpty)
  }

  @Test func attributesAreWordsQuotedTextOrFlags() throws {
    let page = Parsed(#":::chart {data=a/b.csv title="A \"b\" \\ {c}" open höhe=1}"# + "\n:::\n")
    let directive = try #require(page.document.directives.first)
    #expect(directive.attributes.map(\.name) == ["data", "title", "open", "höhe"])
    #expect(directive.attributes.map(\.value) == ["a/b.csv", #"A "b" \ {c}"#, "true", "1"])
    #expect(directive.attributes.map(\.location.column) == [11, 24, 47, 52])
    #expect(directive["data"] == "a/b.csv" && directive["none"] == nil)
    #expect(page.diagnostics.isEmpty)
  }

  @Test(arguments: [
    (":::", "1:1"), (":::a b", "1:6"), (":::a{", "1:6"), (":::a{b", "1:7"), (":::a{b=}", "1:8"), (":::a{b=\"c}", "1:8"),
    (":::a{b=1 b=2}", "1:13"), (":::a{b} c", "1:9"), (":::{b=1}", "1:4"), (":::a{=1}", "1:6"),
    (":::a{b=c\"d\"}", "1:9"),
  ])
  func attributesThatCannotBeReadAreReportedAtTheirPlace(_ line: String, _ place: String) {
    let found = Parsed(line + "\n\n:::\n").problems.filter { $0.hasSuffix("content/directive-syntax") }
    #expect(found.first == "\(place) content/directive-syntax", "\(line)")
  }

  @Test func aDirectiveSpansFromFenceToFence() {
    let page = Parsed("x\n\n :::a\ny\n:::\n")
    #expect(page.places(of: .directive) == ["3:2-5:3"])
    #expect(page.document.directives[0].location.column == 5)
  }
}
