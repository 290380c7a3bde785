import Content
import Mustache
import TestSupport
import Testing

@testable import Outputs

struct StringsTests {
  private let english = """
    skip: Skip
    months: [January, February, March, April, May, June, July, August, September, October, November, December]
    pages: {glossary: Glossary, index: A to Z}
    deep: {er: {est: Deepest}}
    """
  private let languages = "languages: {en: {name: English}, de: {name: Deutsch}}"

  private func strings(_ language: String, german: String = "") throws -> Strings {
    let (data, problems) = DataReader.read(
      SourceTree(["templates/strings/en.yml": english, "templates/strings/de.yml": german]))
    #expect(problems.isEmpty)
    return Strings(language, data, Settings(with: languages))
  }

  @Test func findsTextsByTheirPath() throws {
    let words = try strings("en")
    #expect(words["skip"] == "Skip")
    #expect(words["pages.index"] == "A to Z")
    #expect(words["deep.er.est"] == "Deepest")
    for path in ["zzz", "pages", "pages.zzz", "skip.more", "months", "", "deep.er"] { #expect(words[path] == nil) }
  }

  @Test func takesFromTheFirstLanguageWhatAnotherLacks() throws {
    let words = try strings("de", german: "skip: Weiter\npages: {glossary: Glossar}")
    #expect(words["skip"] == "Weiter")
    #expect(words["pages.glossary"] == "Glossar")
    #expect(words["pages.index"] == "A to Z")
    #expect(try strings("fr")["skip"] == "Skip")
  }

  @Test func theFirstLanguageTakesNothingFromOthers() throws {
    #expect(try strings("en", german: "only: Nur")["only"] == nil)
  }

  @Test func templatesGetTheSameTexts() async throws {
    let site = try await RenderedSite([
      "sitegen.yml": "title: A\nbaseURL: https://a.org\noutputs: []\n" + languages,
      "templates/strings/en.yml": english,
      "templates/strings/de.yml": "skip: Weiter\npages: {glossary: Glossar}\nnur: x",
      "templates/layouts/page.html":
        "{{strings.skip}} {{strings.pages.glossary}} {{strings.pages.index}} {{strings.deep.er.est}}",
      "content/index.md": page("Home"), "content/de/index.md": page("Start"),
    ])
    #expect(try site.text("index.html") == "Skip Glossary A to Z Deepest")
    #expect(try site.text("de/index.html") == "Weiter Glossar A to Z Deepest")
  }

  @Test(arguments: [
    ("2026-11-21", "21 November 2026"), ("2026-01-01", "1 January 2026"), ("0987-12-31", "31 December 987"),
  ])
  func writesDaysOut(day: String, expected: String) throws {
    #expect(try strings("en").written(try #require(CalendarDay(day))) == expected)
  }

  @Test(arguments: ["", "months: [Januar]", "months: Januar", "months: [[], b, c, d, e, f, g, h, i, j, k, l]"])
  func writesDaysInTheFirstLanguageIfAnotherHasNoMonths(german: String) throws {
    #expect(try strings("de", german: german).written(try #require(CalendarDay("2026-01-05"))) == "5 January 2026")
  }

  @Test func writesDaysInDigitsIfNoLanguageHasMonths() throws {
    let words = Strings("en", SiteData(), Settings(with: ""))
    #expect(words.written(try #require(CalendarDay("2026-01-05"))) == "2026-01-05")
  }
}
