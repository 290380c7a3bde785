import TestSupport
import Testing

@testable import Content

struct AddressesTests {
  @Test(arguments: [
    ("content/index.md", ""), ("content/about.md", "about/"), ("content/risks/index.md", "risks/"),
    ("content/risks/bladder.md", "risks/bladder/"), ("content/a/b/index.md", "a/b/"),
    ("content/reindex.md", "reindex/"),
    ("content/a.b.md", "a.b/"), ("content/index/index.md", "index/"), ("content/index.md.md", "index.md/"),
  ])
  func aPageStandsAtItsPath(path: String, address: String) { #expect(Addresses.address(ofPage: path) == address) }

  @Test func generatedPagesStandAtTheirNames() {
    #expect(
      GeneratedPage.Kind.allCases.map(Addresses.address(of:)) == [
        "glossary/", "references/", "topics/", "a-z/", "search/", "404.html",
      ])
  }

  @Test(arguments: [
    ("content/index.md", "en"), ("content/de/index.md", "de"), ("content/de/a/b.md", "de"), ("content/de.md", "en"),
    ("content/en/a.md", "en"), ("content/DE/a.md", "en"), ("content/a/de/b.md", "en"), ("content/fr/a.md", "en"),
  ])
  func aPageHasTheLanguageOfItsFolder(path: String, language: String) {
    let settings = Settings.with("languages: {en: {name: English}, de: {name: Deutsch}}")
    #expect(Addresses.language(ofPage: path, settings) == language)
  }

  @Test func onlyFurtherLanguagesHaveAPrefix() {
    let settings = Settings.with("languages: {de: {name: Deutsch}, en: {name: English}}")
    #expect(Addresses.prefix(of: "de", settings) == "")
    #expect(Addresses.prefix(of: "en", settings) == "en/")
  }

  @Test(arguments: [
    ("content/a.svg", true), ("content/a/b.pdf", true), ("content/LICENSE", true), ("content/a.md", false),
    ("content/data/a.csv", false), ("content/database/a.csv", true), ("content/.a", false), ("content/.a/b.svg", false),
    ("templates/a.svg", false), ("content/a/data/b.csv", true),
  ])
  func publishesFilesBesidePages(path: String, isAsset: Bool) { #expect(Addresses.isAsset(path) == isAsset) }

  // MARK: Relative paths

  @Test(arguments: [
    ("b.md", "content/a.md", "content/b.md"), ("b.md", "content/s/a.md", "content/s/b.md"),
    ("../b.md", "content/s/a.md", "content/b.md"), ("./b.md", "content/a.md", "content/b.md"),
    ("x/../b.md", "content/a.md", "content/b.md"), ("../s/./b.md", "content/s/a.md", "content/s/b.md"),
    ("/b.md", "content/s/a.md", "content/b.md"), ("/s/../b.md", "content/s/a.md", "content/b.md"),
    (".//b.md", "content/a.md", "content/b.md"), ("..//b.md", "content/s/a.md", "content/b.md"),
    ("s//b.md", "content/a.md", "content/s/b.md"), (".b.md", "content/a.md", "content/.b.md"),
    ("...md", "content/a.md", "content/...md"), ("../templates/x", "content/a.md", "templates/x"),
    ("..", "content/s/a.md", "content/"), ("", "content/a.md", "content/"),
  ])
  func resolvesAgainstTheFolderOfThePage(relative: String, path: String, expected: String) {
    #expect(Addresses.resolve(relative[...], from: path) == expected)
  }

  @Test(arguments: ["../../b.md", "../x/../../b.md", "../../content/a.md", "x/../../../b.md", "/../../b.md"])
  func leavesTheProjectNowhere(relative: String) {
    #expect(Addresses.resolve(relative[...], from: "content/a.md") == nil)
  }

  /// One part after the other, as RFC 3986, section 5.2.4, does it.
  private func reference(_ relative: String, from path: String) -> String? {
    var folder = path.split(separator: "/").dropLast().map(String.init)
    if relative.hasPrefix("/") { folder = ["content"] }
    for part in relative.split(separator: "/") where part != "." {
      if part != ".." { folder.append(String(part)) } else if folder.popLast() == nil { return nil }
    }
    return folder.joined(separator: "/")
  }

  @Test func resolvesPathsToFilesAsTheSimpleWayDoes() {
    var random = SeededRandom(seed: 5)
    let parts = ["..", "..", ".", "", "a", "b", ".c", "..d"]
    let pages = ["content/p.md", "content/a/p.md", "content/a/b/c/p.md"]
    var outside = 0
    for _ in 0..<50_000 {
      let folders = (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in parts.randomElement(using: &random) }
      let relative = (folders + ["f.md"]).joined(separator: "/")
      let page = pages[Int.random(in: 0..<pages.count, using: &random)]
      let expected = reference(relative, from: page)
      if expected == nil { outside += 1 }
      #expect(Addresses.resolve(relative[...], from: page) == expected, "\(relative) from \(page)")
    }
    #expect(outside > 1000)
  }

  // MARK: Percent-encoding

  @Test(arguments: [
    ("", ""), ("a", "a"), ("%41", "A"), ("%c3%A9", "é"), ("a%20b", "a b"), ("100%", "100%"), ("%4", "%4"),
    ("%zz", "%zz"),
    ("%+1", "%+1"), ("%-0", "%-0"), ("%%41", "%A"), ("%2541", "%41"), ("é%20", "é "), ("%é", "%é"), ("%00", "\u{0}"),
  ])
  func undoesPercentEncoding(text: String, expected: String) { #expect(Addresses.decoded(text[...]) == expected) }

  @Test(arguments: ["%ff", "%C3", "%C3%28", "%ED%A0%80"])
  func refusesWhatDecodesToNoText(text: String) { #expect(Addresses.decoded(text[...]) == nil) }
}
