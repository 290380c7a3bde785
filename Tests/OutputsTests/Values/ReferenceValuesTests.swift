import Diagnostics
import TestSupport
import Testing

@testable import Content
@testable import Outputs

struct ReferenceFormatTests {
  private func html(_ change: (inout Reference) -> Void) -> String {
    var reference = Reference(
      id: "a", location: SourceLocation(file: "references.json"), type: "document", title: "Title", authors: [])
    change(&reference)
    let words = Strings("en", SiteData(), .init(with: ""))
    return String(decoding: ReferenceFormat.html(reference, words), as: UTF8.self)
  }

  private func names(_ count: Int) -> [Reference.Name] {
    (0..<count).map { Reference.Name(family: "F\($0)", given: $0.isMultiple(of: 2) ? "G" : nil) }
  }

  @Test func aTitleIsEnough() { #expect(html { _ in } == "Title.") }

  @Test func hasEverythingInTheOrderOfVancouver() {
    let text = html {
      $0.authors = [.init(family: "Berman", given: "RM"), .init(family: "The Group", given: nil)]
      $0.containerTitle = "Biol Psychiatry"
      $0.publisher = "Left out beside a journal"
      ($0.year, $0.volume, $0.issue, $0.page, $0.number) = (2000, "47", "4", "351-4", "e12")
      ($0.doi, $0.url, $0.note) = ("10.1/x", "https://left.out", "Cited 2026")
    }
    #expect(
      text == "Berman RM, The Group. Title. <cite>Biol Psychiatry</cite>. 2000;47(4):351-4; e12. "
        + "<a href=\"https://doi.org/10.1/x\" rel=\"noreferrer\">doi:10.1/x</a>. Cited 2026.")
  }

  /// Year, volume, issue, page and number, each there or not: 32 ways.
  @Test(
    arguments: [
      "", "2006", "63", "2006;63", "(8)", "2006(8)", "63(8)", "2006;63(8)", "1-9", "2006; 1-9", "63:1-9", "2006;63:1-9",
      "(8); 1-9", "2006(8); 1-9", "63(8):1-9", "2006;63(8):1-9",
    ].enumerated().map { ($0, $1) }, [false, true])
  func namesWhatIsKnownOfTheIssue(_ entry: (bits: Int, expected: String), hasNumber: Bool) {
    let text = html {
      $0.year = entry.bits & 1 == 0 ? nil : 2006
      $0.volume = entry.bits & 2 == 0 ? nil : "63"
      $0.issue = entry.bits & 4 == 0 ? nil : "8"
      $0.page = entry.bits & 8 == 0 ? nil : "1-9"
      $0.number = hasNumber ? "e5" : nil
    }
    let parts = [entry.expected, hasNumber ? "e5" : ""].filter { !$0.isEmpty }.joined(separator: "; ")
    #expect(text == "Title." + (parts.isEmpty ? "" : " \(parts)."))
  }

  @Test(arguments: [
    (1, "F0 G"), (2, "F0 G, F1"), (6, "F0 G, F1, F2 G, F3, F4 G, F5"), (7, "F0 G, F1, F2 G, et al"),
    (900, "F0 G, F1, F2 G, et al"),
  ])
  func cutsMoreThanSixAuthors(count: Int, expected: String) {
    #expect(html { $0.authors = names(count) } == expected + ". Title.")
  }

  @Test(arguments: [
    ("Title", "Title."), ("Title.", "Title."), ("Why?", "Why?"), ("Stop!", "Stop!"),
    ("A \"b\" & <c>", "A &quot;b&quot; &amp; &lt;c&gt;."),
  ])
  func endsEachPartWithOneStop(title: String, expected: String) {
    #expect(html { $0.title = title } == expected)
    let cited =
      expected.hasSuffix(".") && !title.hasSuffix(".") ? "\(expected.dropLast())</cite>." : "\(expected)</cite>"
    #expect(html { $0.containerTitle = title } == "Title. <cite>" + cited)
    #expect(html { $0.publisher = title } == "Title. " + expected)
    #expect(html { $0.note = title } == "Title. " + expected)
  }

  @Test(arguments: [
    ("https://example.org/a?b=1&c", "https://example.org/a?b=1&amp;c", "example.org"),
    ("https://example.org", "https://example.org", "example.org"), ("example.org", "example.org", "example.org"),
    ("https://example.org/ü\"", "https://example.org/%C3%BC%22", "example.org"),
  ])
  func linksToAnAddressByItsHost(url: String, href: String, label: String) {
    #expect(html { $0.url = url } == "Title. <a href=\"\(href)\" rel=\"noreferrer\">\(label)</a>.")
  }

  @Test func encodesAnOldIdentifier() {
    #expect(
      html { $0.doi = "10.1002/(SICI)1:15<16::AID>3.0.CO;2-2" }
        == "Title. <a href=\"https://doi.org/10.1002/(SICI)1:15%3C16::AID%3E3.0.CO;2-2\" rel=\"noreferrer\">"
        + "doi:10.1002/(SICI)1:15&lt;16::AID&gt;3.0.CO;2-2</a>.")
  }

  @Test(arguments: ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x"])
  func linksToNothingThatRunsCode(url: String) { #expect(!html { $0.url = url }.contains("href")) }
}

struct ReferenceValuesTests {
  @Test(arguments: [
    (1, "a"), (2, "b"), (26, "z"), (27, "aa"), (28, "ab"), (52, "az"), (53, "ba"), (702, "zz"), (703, "aaa"), (0, ""),
  ])
  func countsInLetters(number: Int, letters: String) { #expect(ReferenceValues.letters(number) == letters) }

  @Test func namesThePlaceOfAMention() { #expect(ReferenceValues.anchor(3, 12) == "cite-3-12") }

  @Test func aPageListsItsReferencesWithALinkBackToEachMention() async throws {
    let site = try await RenderedSite([
      "content/data/references.json": "[{\"id\": \"a\", \"title\": \"A\"}, {\"id\": \"b\", \"title\": \"B\"}]",
      "templates/inlines/citation.html":
        "{{#marks}}{{#isFirst}}[{{/isFirst}}<a id={{id}} href={{url}}>{{number}}</a>{{^isLast}},{{/isLast}}{{#isLast}}]{{/isLast}}{{/marks}}",
      "templates/layouts/page.html":
        "{{page.content}}{{#page.references}}{{number}} {{id}} {{html}}{{#backlinks}} {{label}}={{url}}{{/backlinks}}\n{{/page.references}}",
      "content/index.md": page("Home", "x [@b] y [@a; @b]\n"), "content/none.md": page("None", "x\n"),
    ])
    #expect(
      try site.text("index.html")
        == "<p>x [<a id=cite-1-1 href=#ref-1>1</a>] y [<a id=cite-2-1 href=#ref-2>2</a>,<a id=cite-1-2 href=#ref-1>1</a>]</p>\n"
        + "1 b B. a=#cite-1-1 b=#cite-1-2\n2 a A. a=#cite-2-1\n")
    #expect(try site.text("none/index.html") == "<p>x</p>\n")
    #expect(try site.diagnostics().isEmpty)
  }
}
