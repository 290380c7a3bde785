import Diagnostics
import Markdown
import Testing

struct FootnotesTests {
  @Test func usedFootnotesAreFine() {
    let text = "a[^1] b[^Two] c[^1]\n\n[^1]: one [^in]\n[^two]:\n    two\n\n> [^in]: inside\n"
    #expect(Parsed(text).problems == [])
  }

  @Test func aFootnoteThatNothingRefersToIsReported() {
    let page = Parsed("a[^1]\n\n[^1]: one\n[^2]: two\n\n> [^3]: three\n\n- [^4]: four\n", lineOffset: 1)
    #expect(
      page.problems == ["5:1 content/unused-footnote", "7:3 content/unused-footnote", "9:3 content/unused-footnote"])
    #expect(page.diagnostics.allSatisfy { $0.severity == .warning && $0.location.length == 4 })
  }

  @Test func aSecondFootnoteOfTheSameLabelIsReported() {
    let page = Parsed("a[^x]\n\n[^x]: one\n[^X]: two\n")
    #expect(page.problems == ["4:1 content/unused-footnote"])
    #expect(page.diagnostics[0].message.contains("twice"))
  }

  @Test func aReferenceToNoFootnoteIsReported() {
    let page = Parsed("a[^x] &auml; *b[^y]*\n\n| c |\n|---|\n| d \\| [^z] |\n")
    #expect(page.problems == Array(["1:2", "1:16", "5:8"].map { "\($0) content/missing-footnote" }))
    #expect(page.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test(arguments: [
    "\\[^x]\n", "`[^x]`\n", "```\n[^x]: y\n[^z]\n```\n", "    [^x]: y\n", "[^x](/u)\n", "[^]\n", "[^ x]\n",
    "<div>\n[^x]: y\n</div>\n",
    "para\n      [^x]: y\n\n[^x]: z\n",
  ])
  func codeAndEscapedTextHoldNoFootnotes(_ text: String) { #expect(Parsed(text).problems == []) }

  @Test func everyReferenceHasItsOwnNumberEvenBetweenFootnotes() {
    let page = Parsed("[^b]: b, see [^a]\n\n[^a]: a\n\nx[^b] y[^a]\n")
    let numbers = page.document.nodes.filter { $0.kind == .footnoteReference }.map {
      "\($0.payload.start)/\($0.payload.length)"
    }
    #expect(numbers == ["1/1", "0/2", "0/1"])
    #expect(page.document.footnotes.map { page.document.nodes[Int($0)].level }.reduce(0, +) == 3)
  }
}
