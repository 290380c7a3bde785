import Markdown
import Testing

struct CitationsTests {
  @Test func oneOrSeveralKeysStandInBrackets() {
    let page = Parsed("Shown before [@berman2000]. Again [@a_b; @c:d.e;@ä-1].\n")
    #expect(page.outline == "paragraph('Shown before ' @berman2000 '. Again ' @a_b+c:d.e+ä-1 '.')")
    #expect(page.diagnostics.isEmpty)
    #expect(page.places(of: .citation) == ["1:14-1:26", "1:35-1:54"])
    #expect(page.document.citations[1].items.map(\.location.column) == [36, 42, 49])
    #expect(page.document.citations[1].items.map(\.location.length) == [4, 6, 5])
  }

  @Test func aCitationMayRunOverALineEnd() {
    let page = Parsed("> text [@one;\n> @two] more\n", lineOffset: 3)
    #expect(page.outline == "blockQuote(paragraph('text ' @one+two ' more'))")
    #expect(page.places(of: .citation) == ["4:8-5:7"])
    #expect(page.document.citations[0].items.map(\.location.line) == [4, 5])
    #expect(page.document.citations[0].items.map(\.location.column) == [9, 3])
    #expect(page.places(of: .text) == ["4:3-4:7", "5:8-5:12"])
  }

  @Test func escapesAndEntitiesBeforeACitationDoNotMoveIt() {
    let page = Parsed("&auml; \\* a\\[b] &lbrack; [@one] \\_ [@two]\n")
    #expect(page.outline == "paragraph('ä * a[b] [ ' @one ' _ ' @two)")
    #expect(page.places(of: .citation) == ["1:26-1:31", "1:36-1:41"])
    #expect(page.places(of: .text) == ["1:1-1:25", "1:32-1:35"])
  }

  @Test(arguments: [
    "\\[@x]\n", "`[@x]`\n", "    [@x]\n", "a@b [x@y] @z\n", "[x](mailto:@y)\n", "&lbrack;@x]\n", "<http://a.b/[@x]>\n",
    "[\\@x]\n",
  ])
  func escapedTextAndCodeHoldNoCitations(_ text: String) {
    let page = Parsed(text)
    #expect(page.document.citations.isEmpty)
    #expect(page.diagnostics.isEmpty, "\(page.problems)")
  }

  @Test func citationsStandInEmphasisTablesHeadingsAndFootnotes() {
    #expect(Parsed("*a [@x]*\n").outline == "paragraph(emphasis('a ' @x))")
    #expect(Parsed("# a [@x]\n").outline == "heading('a ' @x)")
    #expect(Parsed("|a|\n|-|\n| b \\| [@x] |\n").places(of: .citation) == ["3:8-3:11"])
    #expect(Parsed("a[^1]\n\n[^1]: b [@x]\n").places(of: .citation) == ["3:9-3:12"])
  }

  @Test(arguments: [
    ("[@]", 1), ("[@a b]", 1), ("[@a, p. 3]", 1), ("a [@a; b]", 3), ("[@a", 1), ("[@a;]", 1), ("[@a;; @b]", 1),
    ("x [@a *b*]", 3),
  ])
  func otherWordsInTheBracketsAreReported(_ text: String, _ column: Int) {
    let page = Parsed(text + "\n")
    #expect(page.problems == ["1:\(column) content/citation-syntax"])
    #expect(page.document.citations.isEmpty)
  }

  @Test func citationsInsideLinksAndImagesAreReported() {
    #expect(Parsed("[see [@x]](/u)\n").problems == ["1:6 content/citation-syntax"])
    #expect(Parsed("![*see* [@x]](/u)\n").problems == ["1:9 content/citation-syntax"])
    #expect(Parsed("[a](/u) [@x]\n").outline == "paragraph(link('a') ' ' @x)")
  }

  @Test func theTextAroundCitationsIsKeptWhole() {
    let page = Parsed("[@a][@b] x\n[@c]\ny [@\nd ] z\n")
    #expect(page.outline == "paragraph(@a @b ' x' / @c / 'y [@' / 'd ] z')")
    #expect(page.problems == ["3:3 content/citation-syntax"])
  }
}
