import TestSupport
import Testing

@testable import Content

struct TranslationsTests {
  private let languages = "languages: {en: {name: English}, de: {name: Deutsch}, ar: {name: العربية, direction: rtl}}\n"

  private func resolve(_ paths: String...) async throws -> ResolvedSite {
    var files = ["sitegen.yml": ResolvedSite.settings + languages]
    for path in paths { files["content/" + path] = page(path) }
    return try await ResolvedSite(files)
  }

  private func translations(_ path: String, _ site: ResolvedSite) throws -> [String] {
    site.paths(try site.page(path).translations)
  }

  @Test func areThePagesAtTheSamePathInALanguagesFolder() async throws {
    let site = try await resolve("index.md", "de/index.md", "s/a.md", "de/s/a.md", "ar/s/a.md", "s/b.md")
    #expect(try translations("index.md", site) == ["de/index.md"])
    #expect(try translations("de/index.md", site) == ["index.md"])
    #expect(try translations("s/a.md", site) == ["ar/s/a.md", "de/s/a.md"])
    #expect(try translations("ar/s/a.md", site) == ["de/s/a.md", "s/a.md"])
    #expect(try translations("s/b.md", site) == [])
  }

  @Test func findsNoneAmongPagesOfOneLanguage() async throws {
    let site = try await resolve("s/a.md", "fr/s/a.md", "de.md")
    #expect(try translations("s/a.md", site) == [])
    #expect(try translations("de.md", site) == [])
  }

  @Test func aSiteOfOneLanguageHasNone() async throws {
    let site = try await ResolvedSite(["content/index.md": page("A"), "content/de/index.md": page("B")])
    #expect(try site.page("index.md").translations == [])
    #expect(try site.page("de/index.md").language == "en")
  }
}
