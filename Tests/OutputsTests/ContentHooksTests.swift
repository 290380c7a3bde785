import TestSupport
import Testing

@testable import Outputs

/// What Markdown becomes once it is known where links lead.
struct ContentHooksTests {
  private func body(_ text: String, _ more: [String: String] = [:], base: String = "/k/") async throws -> String {
    var files = [
      "sitegen.yml": "title: A\nbaseURL: https://example.org\(base)\noutputs: []\n",
      "content/s/index.md": page("S", text),
      "content/s/ä b.md": page("Ä"), "content/s/dot.svg": "<svg width=\"30\" height=\"20\"/>",
      "content/index.md": page("Home"),
      "content/data/glossary.yml":
        "- {id: k-hole, term: K-hole, definition: A *state*.}\n- {id: b, term: B, definition: C}",
      "content/data/support-lines.yml":
        "- {id: gb, country: GB, name: Line, kind: crisis, phone: '116123', display: 116 123, evidence: https://a.org, "
        + "verified: 2026-11-21}",
      "templates/inlines/term.html": "<i id={{id}}{{#isFirst}} first{{/isFirst}}>{{text}}|{{term}}|{{url}}</i>\n",
      "templates/inlines/support-line.html":
        "<a href={{phoneURL}}>{{#words}}{{words}} on {{/words}}{{display}}</a>\n",
    ]
    files.merge(more) { _, new in new }
    return try await RenderedSite(files).text("s/index.html")
  }

  @Test(arguments: [
    ("[a](../index.md)", "/k/"), ("[a](<ä b.md>)", "/k/s/%C3%A4%20b/"),
    ("[a](<ä b.md#x\"y é>)", "/k/s/%C3%A4%20b/#x%22y%20%C3%A9"),
    ("[a](index.md#top)", "/k/s/#top"), ("[a](#top)", "#top"), ("[a](dot.svg)", "/k/s/dot.svg"),
  ])
  func linksLeadToAddressesBelowTheBasePath(text: String, href: String) async throws {
    #expect(try await body(text) == "<p><a href=\"\(href)\">a</a></p>\n")
  }

  @Test func linksLeadToTheRootWithoutASubPath() async throws {
    #expect(try await body("[a](../index.md)", base: "") == "<p><a href=\"/\">a</a></p>\n")
  }

  @Test(arguments: [
    ("[a](https://example.com/?a=1&b)", "https://example.com/?a=1&amp;b"),
    ("[a](mailto:a@example.com)", "mailto:a@example.com"),
    ("[a](tel:116123)", "tel:116123"),
  ])
  func linksToOtherSitesTellThemNothing(text: String, href: String) async throws {
    #expect(try await body(text) == "<p><a href=\"\(href)\" rel=\"noreferrer\">a</a></p>\n")
  }

  @Test(arguments: ["[a](javascript:alert\\(1\\))", "[a](zzz.md)"])
  func linksThatAChecksReportsLeadNowhere(text: String) async throws {
    #expect(try await body(text) == "<p><a href=\"#\">a</a></p>\n")
  }

  @Test func titlesOfLinksAreEscaped() async throws {
    #expect(
      try await body("[a](../index.md 'x \"y\" <z>')")
        == "<p><a href=\"/k/\" title=\"x &quot;y&quot; &lt;z&gt;\">a</a></p>\n")
  }

  // MARK: Pictures

  @Test func picturesHaveTheSizeOfTheirFile() async throws {
    #expect(
      try await body("![A *dot* & \"b\"](dot.svg 'T')")
        == "<p><img src=\"/k/s/dot.svg\" alt=\"A dot &amp; &quot;b&quot;\" width=\"30\" height=\"20\" title=\"T\" decoding=\"async\"></p>\n"
    )
  }

  @Test func decorativePicturesArePassedByInSilence() async throws {
    #expect(
      try await body("![](dot.svg \"decorative\")")
        == "<p><img src=\"/k/s/dot.svg\" alt=\"\" width=\"30\" height=\"20\" decoding=\"async\"></p>\n")
  }

  @Test func aPictureThatSaysSomethingKeepsItsTitle() async throws {
    #expect(
      try await body("![A dot](dot.svg 'decorative')").contains("alt=\"A dot\" width=\"30\" height=\"20\" title="))
  }

  @Test func aPictureOfUnknownSizeIsReportedWhereItIsShown() async throws {
    let site = try await RenderedSite(["content/a.md": page("A", "\nx ![x](a.svg)\n"), "content/a.svg": "no picture"])
    let problem = try #require(site.output.diagnostics.first)
    #expect(problem.rule == "image/unknown-size")
    #expect(problem.location.file == "content/a.md" && problem.location.line == 5 && problem.location.column == 3)
  }

  // MARK: Terms and support lines

  @Test func termsAreDrawnAndTheFirstUseIsMarked() async throws {
    let text = "[*one*](glossary:k-hole) [two](glossary:b) [three](glossary:k-hole)"
    #expect(
      try await body(text)
        == "<p><i id=k-hole first><em>one</em>|K-hole|</i> <i id=b first>two|B|</i> <i id=k-hole>three|K-hole|</i></p>\n"
    )
  }

  @Test func termsLeadToTheGlossaryIfThereIsOne() async throws {
    let more = [
      "sitegen.yml": "title: A\nbaseURL: https://example.org/k/\noutputs: [glossary]\n",
      "templates/strings/en.yml": "pages: {glossary: G}",
    ]
    #expect(
      try await body("[x](glossary:b)", more) == "<p><i id=b first>x|B|/k/glossary/#b</i></p>\n")
  }

  @Test func supportLinesAreDrawnWithAndWithoutWords() async throws {
    #expect(
      try await body("[](support:gb), [Call *us*](support:gb)")
        == "<p><a href=tel:116123>116 123</a>, <a href=tel:116123>Call <em>us</em> on 116 123</a></p>\n")
  }

  // MARK: Raw HTML

  @Test func rawHTMLPassesOnlyOnPagesThatMayHoldIt() async throws {
    #expect(try await body("a <b>c</b>\n") == "<p>a c</p>\n")
    let allowed = "title: A\nbaseURL: https://example.org/k/\noutputs: []\nrawHTML: [s/index.md]\n"
    #expect(try await body("a <b>c</b>\n", ["sitegen.yml": allowed]) == "<p>a <b>c</b></p>\n")
    #expect(try await body("<script>x</script>\n", ["sitegen.yml": allowed]) == "&lt;script>x&lt;/script>\n")
  }

  @Test func theWayBackFromAFootnoteHasWordsFromTheStrings() async throws {
    let text = "a[^1]\n\n[^1]: b\n"
    #expect(try await body(text).contains("Back to the text"))
    #expect(try await body(text, ["templates/strings/en.yml": "footnotes: {back: Up}"]).contains("Up"))
  }
}
