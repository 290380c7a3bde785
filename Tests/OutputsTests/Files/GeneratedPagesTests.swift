import Content
import TestSupport
import Testing

@testable import Outputs

/// Glossary, references, topics, A to Z, not found: what templates get for the pages that no file stands behind.
struct GeneratedPagesTests {
  private static let strings =
    "pages: {glossary: Glossary, references: References, topics: Topics, index: A to Z, not-found: Not found}\n"

  private func site(_ outputs: String, layout: String, _ files: [String: String]) async throws -> RenderedSite {
    var files = files
    files["sitegen.yml"] =
      (files["sitegen.yml"] ?? "title: A\nbaseURL: https://example.org/k/\n") + "outputs: [\(outputs)]\n"
    files["templates/strings/en.yml"] = files["templates/strings/en.yml"] ?? Self.strings
    files["templates/layouts/\(outputs).html"] = layout
    files["templates/inlines/citation.html"] = "{{#marks}}[{{number}} {{id}}]{{/marks}}"
    files["templates/inlines/term.html"] = "{{text}}({{url}})"
    files["content/index.md"] = files["content/index.md"] ?? page("Home")
    let site = try await RenderedSite(files)
    #expect(try site.diagnostics().map(\.message) == [])
    return site
  }

  private func references(_ count: Int) -> [String: String] {
    let list = (0..<count).map { "{\"id\": \"r\($0)\", \"title\": \"T\(String($0 + 100))\"}" }
    return ["content/data/references.json": "[\(list.joined(separator: ","))]"]
  }

  private func glossary(_ count: Int) -> [String: String] {
    ["content/data/glossary.yml": (0..<count).map { "- {id: t\($0), term: T\($0 + 100), definition: D}\n" }.joined()]
  }

  // MARK: Every page

  @Test func havePlaceTitleAndWayBackHome() async throws {
    let site = try await site(
      "not-found",
      layout:
        "{{page.title}}|{{page.description}}|{{page.url}}|{{page.absoluteURL}}|{{page.language}}|{{page.direction}}|"
        + "{{#page.breadcrumbs}}{{title}} {{url}}{{/page.breadcrumbs}}|{{page.content}}{{page.isHome}}{{hasParts}}",
      ["templates/strings/en.yml": "pages: {not-found: Not found, not-found-description: Nothing here}"])
    #expect(
      try site.text("404.html")
        == "Not found|Nothing here|/k/404.html|https://example.org/k/404.html|en|ltr|Home /k/|falsefalse")
  }

  @Test func aTitleThatTheStringsLackIsReported() async throws {
    let site = try await RenderedSite([
      "sitegen.yml": "title: A\nbaseURL: https://a.org\noutputs: [not-found]\n",
      "templates/layouts/not-found.html": "{{page.title}}",
    ])
    let (bytes, problems) = try site.make("404.html")
    #expect(problems.map(\.message) == ["the strings have no `pages.not-found`"])
    #expect(String(decoding: bytes, as: UTF8.self) == "not-found")
  }

  @Test func knowTheLanguageAndItsDirection() async throws {
    let site = try await site(
      "index",
      layout:
        "{{page.language}} {{page.direction}} {{page.title}} {{#groups}}{{#entries}}{{label}}{{/entries}}{{/groups}}",
      [
        "sitegen.yml":
          "title: A\nbaseURL: https://example.org/\nlanguages: {en: {name: English}, ar: {name: العربية, direction: rtl}}\n",
        "templates/strings/ar.yml": "pages: {index: فهرس}", "content/a.md": page("Alpha"),
        "content/ar/a.md": page("ألف"),
        "content/ar/index.md": page("بيت"),
      ])
    #expect(try site.text("a-z/index.html") == "en ltr A to Z Alpha")
    #expect(try site.text("ar/a-z/index.html") == "ar rtl فهرس ألف")
  }

  // MARK: Parts

  @Test func longListsAreCutAndEachPartKnowsTheOthers() async throws {
    let size = GeneratedPage.entriesPerPart(.references)
    let layout =
      "{{page.title}} {{page.url}} {{#hasParts}}{{#parts}}{{number}}={{url}}{{#isCurrent}}*{{/isCurrent}} {{/parts}}{{/hasParts}}"
      + "{{#references}}{{id}} {{/references}}"
    let site = try await site("references", layout: layout, references(2 * size + 1))
    let parts = "1=/k/references/ 2=/k/references/2/ 3=/k/references/3/ "
    func ids(_ range: Range<Int>) -> String { range.map { "r\($0) " }.joined() }
    #expect(
      try site.text("references/index.html")
        == "References /k/references/ " + parts.replacing("references/ 2", with: "references/* 2") + ids(0..<size))
    #expect(
      try site.text("references/2/index.html")
        == "References 2/3 /k/references/2/ " + parts.replacing("2/ 3", with: "2/* 3") + ids(size..<2 * size))
    #expect(
      try site.text("references/3/index.html")
        == "References 3/3 /k/references/3/ " + parts.replacing("3/ ", with: "3/* ") + ids(2 * size..<2 * size + 1))
  }

  @Test func aListThatFitsHasNoParts() async throws {
    let size = GeneratedPage.entriesPerPart(.references)
    let site = try await site(
      "references", layout: "{{#hasParts}}x{{/hasParts}}{{#references}}.{{/references}}", references(size))
    #expect(try site.text("references/index.html") == String(repeating: ".", count: size))
    #expect(!site.paths.contains("references/2/index.html"))
  }

  @Test func aTermLeadsToThePartThatHoldsIt() async throws {
    let size = GeneratedPage.entriesPerPart(.glossary)
    var files = glossary(size + 1)
    files["content/index.md"] = page("Home", "[x](glossary:t\(size - 1)) [y](glossary:t\(size))\n")
    let site = try await site("glossary", layout: "{{#groups}}{{#terms}}{{id}} {{/terms}}{{/groups}}", files)
    #expect(try site.text("index.html") == "<p>x(/k/glossary/#t\(size - 1)) y(/k/glossary/2/#t\(size))</p>\n")
    #expect(try site.text("glossary/2/index.html") == "t\(size) ")
  }

  // MARK: Glossary

  @Test func theGlossaryHasDefinitionsReferencesAndThePagesThatUseEachTerm() async throws {
    var files = references(2)
    files["content/data/glossary.yml"] = """
      - {id: b, term: beta, definition: 'See [alpha](glossary:a), said so [@r1].', also: [B]}
      - {id: a, term: Alpha, definition: 'First [@r0; @r1].'}
      """
    files["content/index.md"] = page("Home", "[x](glossary:b) [x](glossary:b)\n")
    let site = try await site(
      "glossary",
      layout:
        "{{#groups}}{{letter}} {{anchor}}:{{#terms}} {{id}} {{definition}}{{#also}}({{text}}){{/also}}{{#pages}}<{{title}}>{{/pages}}{{/terms}}{{/groups}}"
        + "{{#page.references}}{{number}}.{{id}}{{#backlinks}} {{url}}{{/backlinks}};{{/page.references}}", files)
    #expect(
      try site.text("glossary/index.html")
        == "A letter-a: a <p>First [1 cite-1-1][2 cite-2-1].</p>\nB letter-b: b <p>See alpha(/k/glossary/#a), said so [2 cite-2-2].</p>\n(B)<Home>"
        + "1.r0 #cite-1-1;2.r1 #cite-2-1 #cite-2-2;")
  }

  @Test func aPageShowsItsTermsWithoutTheirCitations() async throws {
    var files = references(1)
    files["content/data/glossary.yml"] = "- {id: a, term: Alpha, definition: 'First [@r0], then [@r0].'}"
    files["content/index.md"] = page("Home", "[x](glossary:a)\n")
    files["templates/layouts/page.html"] = "{{#page.terms}}{{id}} {{term}} {{url}} {{definition}}{{/page.terms}}"
    let site = try await site("glossary", layout: "", files)
    #expect(try site.text("index.html") == "a Alpha /k/glossary/#a <p>First, then.</p>\n")
  }

  @Test func definitionsLinkToNothingThatRunsCode() async throws {
    let site = try await site(
      "glossary", layout: "{{#groups}}{{#terms}}{{definition}}{{/terms}}{{/groups}}",
      [
        "content/data/glossary.yml":
          "- {id: a, term: A, definition: '[x](javascript:alert) [y](https://example.com) [z](glossary:zzz)'}"
      ])
    #expect(
      try site.text("glossary/index.html")
        == "<p><a href=\"#\">x</a> <a href=\"https://example.com\" rel=\"noreferrer\">y</a> <a href=\"#\">z</a></p>\n")
  }

  // MARK: References

  @Test func referencesStandByFirstAuthorThenYear() async throws {
    let site = try await site(
      "references",
      layout: "{{#references}}{{id}}{{#hasPages}}({{#pages}}{{title}} {{/pages}}){{/hasPages}} {{/references}}",
      [
        "content/data/references.json": """
        [{"id": "z2", "title": "T", "author": [{"family": "zoe"}], "issued": {"date-parts": [[2001]]}},
         {"id": "z1", "title": "T", "author": [{"family": "Zoe"}], "issued": {"date-parts": [[1999]]}},
         {"id": "none", "title": "Middle"}, {"id": "a", "title": "T", "author": [{"family": "Adam"}]},
         {"id": "z0", "title": "T", "author": [{"family": "Zoe"}], "issued": {"date-parts": [[1999]]}}]
        """,
        "content/b.md": page("B", "[@z1]\n"), "content/a.md": page("A", "[@z1; @none]\n"),
      ])
    #expect(try site.text("references/index.html") == "a none(A ) z0 z1(A B ) z2 ")
  }

  // MARK: Topics

  @Test func topicsListTheirPages() async throws {
    let files = [
      "content/b.md": page("B", "", "tags: [heart-rate, pain]\ndescription: D"),
      "content/a.md": page("A", "", "tags: [pain]"),
      "templates/layouts/topic.html":
        "{{topic.label}} {{page.title}} {{page.url}}:{{#topic.pages}} {{title}} {{url}} {{description}}{{/topic.pages}}"
        + " {{#page.breadcrumbs}}/{{title}}{{/page.breadcrumbs}}",
      "templates/layouts/page.html": "{{#page.tags}}{{label}} {{url}};{{/page.tags}}",
    ]
    let site = try await site("topics", layout: "{{#topics}}{{label}} {{url}} {{count}};{{/topics}}", files)
    #expect(try site.text("topics/index.html") == "Heart rate /k/topics/heart-rate/ 1;Pain /k/topics/pain/ 2;")
    #expect(try site.text("topics/pain/index.html") == "Pain Pain /k/topics/pain/: A /k/a/  B /k/b/ D /Home/Topics")
    #expect(try site.text("b/index.html") == "Heart rate /k/topics/heart-rate/;Pain /k/topics/pain/;")
  }

  @Test func tagsHaveNoPagesWhenTopicsAreOff() async throws {
    let site = try await RenderedSite([
      "content/b.md": page("B", "", "tags: [pain]"),
      "templates/layouts/page.html": "{{#page.tags}}{{label}}{{#url}}x{{/url}};{{/page.tags}}",
    ])
    #expect(try site.text("b/index.html") == "pain;")
    #expect(site.paths == ["b/index.html"])
  }

  // MARK: A to Z

  private func index(_ titles: String...) async throws -> String {
    var files: [String: String] = [:]
    for (i, title) in titles.enumerated() { files["content/p\(i).md"] = page("'\(title)'") }
    let site = try await site(
      "index", layout: "{{#groups}}{{letter}} {{anchor}}:{{#entries}} {{label}}{{/entries}};{{/groups}}", files)
    return try site.text("a-z/index.html")
  }

  @Test func entriesStandUnderTheirFirstLetterWhateverItsCase() async throws {
    #expect(
      try await index("beta", "Alpha", "apple", "Zoo", "Bee")
        == "A letter-a: Alpha apple;B letter-b: Bee beta;Z letter-z: Zoo;")
  }

  @Test func everyScriptHasItsLetters() async throws {
    #expect(
      try await index("Кетамин", "кома", "Ωmega", "éclair", "كيتامين", "氯胺酮")
        == "É letter-é: éclair;Ω letter-ω: Ωmega;К letter-к: Кетамин кома;ك letter-ك: كيتامين;氯 letter-氯: 氯胺酮;")
  }

  @Test func whatBeginsWithNoLetterStandsTogether() async throws {
    #expect(
      try await index("“K-hole”", "2C-B", "Alpha", "…and so on", "(S)-ketamine")
        == "# letter-other: (S)-ketamine 2C-B “K-hole” …and so on;A letter-a: Alpha;")
  }

  @Test func noLetterComesTwice() async throws {
    // A dotless i has the capital of a dotted one.
    #expect(try await index("ilk", "ılık", "jam") == "I letter-i: ilk ılık;J letter-j: jam;")
  }

  @Test func searchTermsSayWhichPageTheyLeadTo() async throws {
    let site = try await site(
      "index", layout: "{{#groups}}{{#entries}}{{label}} {{url}}{{#see}} → {{see}}{{/see}};{{/entries}}{{/groups}}",
      ["content/a.md": page("Bladder", "", "searchTerms: [wee hurts, bladder, Cystitis]")])
    #expect(try site.text("a-z/index.html") == "Bladder /k/a/;Cystitis /k/a/ → Bladder;wee hurts /k/a/ → Bladder;")
  }
}
