import Content
import Diagnostics
import Hashing
import TestSupport
import Testing

@testable import Outputs

struct SearchIndexTests {
  private static let settings = "title: A\nbaseURL: https://example.org/k/\noutputs: [search]\n"
  private static let search = """
    en:
      ignore: [the, a]
      endings: [s, e]
      same:
        - [ketamine, ket]
      pinned:
        - {page: help.md, for: [not breathing]}
      terms:
        bladder.md: [the wee hurts]

    """

  private func site(_ files: [String: String]) async throws -> RenderedSite {
    var files = files
    files["sitegen.yml"] = files["sitegen.yml"] ?? Self.settings
    files["templates/layouts/search.html"] = "{{site.search.url}} {{site.search.index}}"
    files["templates/strings/en.yml"] = "pages: {search: Search, glossary: Glossary}\n"
    files["content/index.md"] = files["content/index.md"] ?? page("Home")
    let site = try await RenderedSite(files)
    #expect(try site.diagnostics().map(\.message) == [])
    return site
  }

  /// The files of one kind, in order.
  private func parts(_ kind: String, _ site: RenderedSite) throws -> [String] {
    try site.paths.filter { $0.hasPrefix("assets/search/\(kind)-") }.map(site.text)
  }

  private let pages = [
    "content/help.md": page("Get help now", "Call.\n"),
    "content/bladder.md": page(
      "Bladder", "## Warning signs\n\nThe *kid*neys, `code` and [a link](help.md).\n",
      "description: What ket does.\nsearchTerms: [cystitis, blood in pee]\n"),
    "content/data/search.yml": search,
  ]

  @Test func theBaseNamesEverythingElse() async throws {
    let site = try await site(pages)
    let base = try #require(site.paths.first { $0.hasPrefix("assets/search/base-en.") })
    #expect(try site.text("search/index.html") == "/k/search/ /k/\(base)")
    let text = try site.text(base)
    for path in site.paths where path.hasPrefix("assets/search/") && path != base {
      #expect(text.contains("\"\(path.dropFirst("assets/search/".count))\""))
    }
    #expect(text.contains(#""same":{"ket":"ketamin"}"#))
    #expect(text.contains(#""pins":[["Get help now","help/","","",["not breathing"]]]"#))
    #expect(text.contains(#""ignored":["a","the"]"#))
  }

  @Test func aFileIsAScriptThatHandsItselfOverAndIsNamedAfterItsBytes() async throws {
    let site = try await site(pages)
    for path in site.paths where path.hasPrefix("assets/search/") {
      let name = path.dropFirst("assets/search/".count)
      let text = try site.text(path)
      let start = "searchPart(\"\(name)\","
      #expect(text.hasPrefix(start) && text.hasSuffix(")\n"))
      #expect(path.contains("." + SHA256.hex(Array(text.dropFirst(start.count).dropLast(2).utf8)).prefix(10) + ".js"))
    }
  }

  @Test func aWordCountsByWhereItStands() async throws {
    let site = try await site(pages)
    let words = try parts("words", site).joined()
    // Pages in their order: bladder, help, home. A title alone, a search term alone, a heading that is text as well, a
    // description, text.
    for (word, page, weight) in [
      ("bladder", 0, 30), ("cystiti", 0, 28), ("warning", 0, 5), ("ketamin", 0, 4), ("kidney", 0, 1), ("cod", 0, 1),
    ] {
      #expect(words.contains("\"\(word)\":[\(page * SearchPostings.scale + weight)]"), "\(word)")
    }
    #expect(!words.contains("\"the\":"))
  }

  @Test func phrasesStandInTheOrderOfTheAlphabetWithAndWithoutWhatSaysNothing() async throws {
    let words = try parts("words", try await site(pages)).joined()
    #expect(words.contains("\"hurt wee\":[63]") && words.contains("\"hurt the wee\":[63]"))
    #expect(words.contains("\"blood in pee\":[63]"))
  }

  @Test func titlesComeWithAddressSectionAndDescription() async throws {
    let titles = try parts("titles", try await site(pages)).joined()
    #expect(titles.contains(#"["Bladder","bladder/","","What ket does."]"#))
  }

  @Test func nothingInATextCanEndAScript() async throws {
    let site = try await site(["content/a.md": page("'</script><b>\\\"'", "Text.\n")])
    for path in site.paths where path.hasPrefix("assets/search/") { #expect(!(try site.text(path)).contains("<")) }
    #expect(try parts("titles", site).joined().contains(#"\u003c/script>"#))
  }

  @Test func theGlossaryIsFoundByItsTerms() async throws {
    let site = try await site([
      "sitegen.yml": "title: A\nbaseURL: https://example.org/k/\noutputs: [search, glossary]\n",
      "templates/layouts/glossary.html": "",
      "content/data/glossary.yml": "- {id: k-hole, term: K-hole, definition: A deep state., also: [khole]}\n",
    ])
    #expect(try parts("titles", site).joined().contains(#"["K-hole","glossary/#k-hole","Glossary","A deep state."]"#))
    #expect(try parts("words", site).joined().contains("\"khole\":["))
  }

  @Test func wordsAreCutIntoFilesOfAboutOneSizeInTheOrderOfScripts() async throws {
    let words = (0..<3_000).map { "w\(String($0, radix: 36))x" }
    let site = try await site(["content/a.md": page("A", words.joined(separator: " ") + " ｚ 𝐳\n")])
    let files = try parts("words", site)
    #expect(files.count > 2)
    #expect(files.allSatisfy { $0.utf8.count < SearchIndex.wordsSize + 500 })
    let base = try #require(try parts("base", site).first)
    let firsts = base.split(separator: "\"words\":[")[1].split(separator: "]]")[0].split(separator: "[\"").map {
      String($0.prefix { $0 != "\"" })
    }
    #expect(firsts.count == files.count)
    #expect(firsts == firsts.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) })
  }

  @Test func aWordOnTooManyPagesLeadsToThoseThatHaveMostOfIt() async throws {
    var files = Dictionary(
      uniqueKeysWithValues: (0...SearchIndex.pagesOfWord).map {
        ("content/p\($0 + 1_000).md", page("P\($0)", "liver\n"))
      })
    files["content/z.md"] = page("Liver", "liver\n")
    let words = try parts("words", try await site(files)).joined()
    let count = SearchIndex.pagesOfWord + 2
    #expect(words.contains("\"liver\":[-\(count),"))
  }

  @Test func eachLanguageHasItsOwn() async throws {
    let site = try await site([
      "sitegen.yml": Self.settings + "languages: {en: {name: English}, de: {name: Deutsch}}\n",
      "content/de/index.md": page("Anfang"), "content/de/blase.md": page("Blase", "Größe\n"),
    ])
    let german = try site.paths.filter { $0.contains("words-de") }.map(site.text).joined()
    let english = try site.paths.filter { $0.contains("words-en") }.map(site.text).joined()
    #expect(german.contains("\"blase\"") && !english.contains("\"blase\""))
    // With the marks on its letters, and for those who cannot type them.
    #expect(german.contains("\"größe\"") && german.contains("\"große\""))
    #expect(try site.text("de/search/index.html").contains("/k/de/search/ /k/assets/search/base-de."))
  }

  @Test func theSameSiteGivesTheSameFiles() async throws {
    let first = try await site(pages)
    for _ in 0..<5 { #expect(try await site(pages).paths == first.paths) }
  }

  @Test func isNotMadeIfTheSettingsLeaveItOut() async throws {
    let site = try await RenderedSite(["content/index.md": page("Home")])
    #expect(!site.paths.contains { $0.contains("search") })
  }
}
