import TestSupport
import Testing

@testable import Outputs

struct PageValuesTests {
  private func text(
    _ template: String, of path: String, _ files: [String: String], settings: String = ""
  ) async throws -> String {
    var files = files
    files["sitegen.yml"] = "title: Site\ndescription: About\nbaseURL: https://example.org/k/\noutputs: []\n" + settings
    files["templates/layouts/page.html"] = template
    let site = try await RenderedSite(files)
    #expect(try site.diagnostics().map(\.message) == [])
    return try site.text(path)
  }

  private let sections = [
    "content/index.md": page("Home"), "content/about.md": page("About"),
    "content/s/index.md": page("Section", "", "description: D"), "content/s/a.md": page("A", "", "order: 1"),
    "content/s/b.md": page("B"), "content/s/t/index.md": page("Sub"), "content/s/t/c.md": page("C"),
  ]

  // MARK: Contents list

  private func contents(_ markdown: String) async throws -> String {
    try await text(
      "{{^hasContents}}none{{/hasContents}}{{#page.contents}}{{title}}#{{anchor}}{{#items}}({{title}}#{{anchor}}){{/items}};{{/page.contents}}"
        .replacing("hasContents", with: "page.hasContents"), of: "a/index.html", ["content/a.md": page("A", markdown)])
  }

  @Test func aPageOfThreeHeadingsHasAListOfThem() async throws {
    #expect(
      try await contents(
        "### Zero\n\n## One *x* `y`\n\n### In & out\n\n#### Deeper\n\n## Two {#two-2}\n\n## One x y\n\n### Last\n")
        == "One x y#one-x-y(In &amp; out#in--out);Two#two-2;One x y#one-x-y-1(Last#last);")
  }

  @Test(arguments: ["", "## One\n\n## Two\n", "## One\n\n### A\n\n### B\n\n## Two\n", "### A\n\n### B\n\n### C\n"])
  func aPageOfFewerHasNone(markdown: String) async throws { #expect(try await contents(markdown) == "none") }

  // MARK: Place

  @Test func breadcrumbsLeadFromHomeToTheSection() async throws {
    let template = "{{#page.breadcrumbs}}{{title}} {{url}}{{#isHome}}*{{/isHome}};{{/page.breadcrumbs}}"
    #expect(try await text(template, of: "s/t/c/index.html", sections) == "Home /k/*;Section /k/s/;Sub /k/s/t/;")
    #expect(try await text(template, of: "about/index.html", sections) == "Home /k/*;")
    #expect(try await text(template, of: "index.html", sections) == "")
  }

  @Test func theSectionIsTheOneThatThePageOpensOrStandsIn() async throws {
    let template =
      "{{page.section.title}}:{{#page.section}}{{#pages}} {{title}}{{#isCurrent}}*{{/isCurrent}}{{/pages}}{{/page.section}}"
    #expect(try await text(template, of: "s/a/index.html", sections) == "Section: A* B Sub")
    #expect(try await text(template, of: "s/index.html", sections) == "Section: A B Sub")
    #expect(try await text(template, of: "s/t/index.html", sections) == "Sub: C")
    let absent = "{{^page.section}}none{{/page.section}}"
    #expect(try await text(absent, of: "about/index.html", sections) == "none")
    #expect(try await text(absent, of: "index.html", sections) == "none")
  }

  @Test func neighboursAndChildrenAreLinks() async throws {
    let template =
      "{{#page.previous}}<{{title}} {{url}}{{/page.previous}} {{#page.next}}>{{title}} {{url}}{{/page.next}} "
      + "{{#page.children}}{{title}} {{description}};{{/page.children}}"
    #expect(try await text(template, of: "s/b/index.html", sections) == "<A /k/s/a/ >Sub /k/s/t/ ")
    #expect(try await text(template, of: "index.html", sections) == "  About ;Section D;")
  }

  @Test func theNavigationMarksWhereThePageIs() async throws {
    let template =
      "{{#site.navigation}}{{title}}{{#isCurrent}}*{{/isCurrent}}{{#isOpen}}+{{/isOpen}};{{/site.navigation}}"
    let settings = "navigation: [s, about]\n"
    #expect(try await text(template, of: "s/t/c/index.html", sections, settings: settings) == "Section+;About;")
    #expect(try await text(template, of: "about/index.html", sections, settings: settings) == "Section;About*+;")
    #expect(try await text(template, of: "index.html", sections, settings: settings) == "Section;About;")
  }

  // MARK: The page itself

  @Test func tellsWhatItsFrontMatterSays() async throws {
    let template =
      "{{page.title}}|{{page.description}}|{{page.url}}|{{page.absoluteURL}}|{{page.exit}}|{{#page.audience}}{{text}},{{/page.audience}}"
      + "|{{#page.warning}}{{text}},{{/page.warning}}|{{page.isHome}}{{page.isDraft}}{{page.isHelpPage}}"
    let files = ["content/ä.md": page("A & B", "", "description: D\nexit: true\naudience: [x, y]\nwarning: [z]")]
    #expect(
      try await text(template, of: "ä/index.html", files, settings: "helpPage: ä.md\n")
        == "A &amp; B|D|/k/%C3%A4/|https://example.org/k/%C3%A4/|true|x,y,|z,|falsefalsetrue")
    #expect(
      try await text(template, of: "index.html", ["content/index.md": page("H")])
        == "H||/k/|https://example.org/k/|false|||truefalsefalse")
  }

  @Test func writesOutItsReview() async throws {
    let template =
      "{{#page.review}}{{isCompiled}} {{isReviewed}} {{on}} {{onISO}} {{due}} {{dueISO}} {{by}} {{role}}{{/page.review}}{{^page.review}}none{{/page.review}}"
    let months = ["templates/strings/en.yml": "months: [a, b, c, d, e, f, g, h, i, j, November, l]"]
    func review(_ yaml: String) -> [String: String] {
      months.merging(["content/a.md": page("A", "", yaml)], uniquingKeysWith: { a, _ in a })
    }
    #expect(
      try await text(
        template, of: "a/index.html",
        review("review: {state: reviewed, on: 2026-11-21, due: 2027-11-02, by: B, role: R}"))
        == "false true 21 November 2026 2026-11-21 2 November 2027 2027-11-02 B R")
    #expect(
      try await text(template, of: "a/index.html", review("review: {state: compiled, on: 2026-11-21}"))
        == "true false 21 November 2026 2026-11-21    ")
    #expect(try await text(template, of: "a/index.html", review("")) == "none")
  }

  @Test func hasEveryFieldThatTheSettingsAdd() async throws {
    let template =
      "{{page.fields.sub}}|{{#page.fields.wide}}x{{/page.fields.wide}}|{{#page.fields.list}}{{text}},{{/page.fields.list}}|{{page.fields.n}}"
    let settings = "fields: {sub: text, wide: flag, list: list, n: number}\n"
    func files(_ yaml: String) -> [String: String] { ["content/a.md": page("A", "", yaml)] }
    #expect(
      try await text(
        template, of: "a/index.html", files("sub: <b>\nwide: True\nlist: [a, b]\nn: 5"), settings: settings)
        == "&lt;b&gt;|x|a,b,|5")
    #expect(try await text(template, of: "a/index.html", files("wide: False"), settings: settings) == "|||")
  }

  // MARK: Languages

  private let bilingual = "languages: {en: {name: English}, ar: {name: العربية, direction: rtl}}\nnavigation: [s]\n"
  private let pages = [
    "content/index.md": page("Home"), "content/s/index.md": page("Section"), "content/s/a.md": page("A"),
    "content/ar/index.md": page("بيت"), "content/ar/s/index.md": page("قسم"), "content/ar/s/b.md": page("ب"),
  ]

  @Test func aPageKnowsItsLanguageAndDirection() async throws {
    let template =
      "{{page.language}} {{page.direction}} {{site.language}} {{site.home.url}} {{site.home.title}} {{page.isHome}}"
    #expect(try await text(template, of: "s/index.html", pages, settings: bilingual) == "en ltr en /k/ Home false")
    #expect(try await text(template, of: "ar/s/index.html", pages, settings: bilingual) == "ar rtl ar /k/ar/ بيت false")
    #expect(try await text(template, of: "ar/index.html", pages, settings: bilingual) == "ar rtl ar /k/ar/ بيت true")
  }

  @Test func theNavigationLeadsToTranslations() async throws {
    let template = "{{#site.navigation}}{{title}} {{url}}{{#isOpen}}+{{/isOpen}}{{/site.navigation}}"
    #expect(try await text(template, of: "s/a/index.html", pages, settings: bilingual) == "Section /k/s/+")
    #expect(try await text(template, of: "ar/s/b/index.html", pages, settings: bilingual) == "قسم /k/ar/s/+")
  }

  @Test func theLanguagesLeadToTheSamePageOrToTheHomePage() async throws {
    let template =
      "{{#site.languages}}{{tag}} {{direction}} {{url}}{{#isCurrent}}*{{/isCurrent}};{{/site.languages}}{{#page.translations}}{{tag}} {{name}} {{title}} {{url}}{{/page.translations}}"
    #expect(
      try await text(template, of: "s/index.html", pages, settings: bilingual)
        == "en ltr /k/s/*;ar rtl /k/ar/s/;ar العربية قسم /k/ar/s/")
    #expect(
      try await text(template, of: "s/a/index.html", pages, settings: bilingual) == "en ltr /k/s/a/*;ar rtl /k/ar/;")
    #expect(
      try await text(template, of: "ar/s/b/index.html", pages, settings: bilingual) == "en ltr /k/;ar rtl /k/ar/s/b/*;")
    #expect(
      try await text(
        "{{#site.hasLanguages}}x{{/site.hasLanguages}}{{^site.languages}}one{{/site.languages}}", of: "index.html",
        ["content/index.md": page("H")])
        == "one")
  }

  // MARK: The site

  @Test func theSiteTellsWhereItStands() async throws {
    let template =
      "{{site.title}} {{site.description}} {{site.url}} {{site.base}} {{site.origin}} {{site.exitURL}} {{site.help.title}} {{site.help.url}}"
      + "{{#site.glossary}}x{{/site.glossary}}{{#site.feed}}x{{/site.feed}}{{#site.index}}x{{/site.index}}"
    let files = ["content/h/e.md": page("Emergency"), "content/index.md": page("Home")]
    #expect(
      try await text(template, of: "index.html", files, settings: "helpPage: h/e.md\nexitURL: https://example.com/\n")
        == "Site About https://example.org/k/ /k/ https://example.org https://example.com/ Emergency /k/h/e/")
  }

  @Test func whatIsTheSameOnEveryPageIsMadeOnce() async throws {
    var files = pages
    files["templates/once/foot.html"] = "<{{site.language}}>"
    #expect(try await text("{{once.foot}}", of: "s/index.html", files, settings: bilingual) == "<en>")
    #expect(try await text("{{once.foot}}", of: "ar/index.html", files, settings: bilingual) == "<ar>")
  }

  @Test func theHomePageHasALayoutOfItsOwnIfThereIsOne() async throws {
    var files = sections
    files["templates/layouts/home.html"] = "home"
    #expect(try await text("page", of: "index.html", files) == "home")
    #expect(try await text("page", of: "s/index.html", files) == "page")
  }
}
