import TestSupport
import Testing

@testable import Content

struct NavigationTests {
  /// A site of pages with the given orders.
  private func resolve(_ orders: KeyValuePairs<String, Int?>, settings: String = "") async throws -> ResolvedSite {
    var files = ["sitegen.yml": ResolvedSite.settings + settings]
    for (path, order) in orders { files["content/" + path] = page(path, "", order.map { "order: \($0)" } ?? "") }
    return try await ResolvedSite(files)
  }

  private func parent(_ path: String, _ site: ResolvedSite) throws -> String? {
    try site.page(path).parent.map { site.paths([$0])[0] }
  }

  private func children(_ path: String, _ site: ResolvedSite) throws -> [String] {
    site.paths(try site.page(path).children)
  }

  /// The pages that `next` leads to, one after the other; each must lead back.
  private func chain(from path: String, _ resolved: ResolvedSite) throws -> [String] {
    var index = try #require(resolved.site.pageByPath["content/" + path])
    var found = [index]
    while let next = resolved.site.pages[index].next, found.count < 100 {
      #expect(resolved.site.pages[next].previous == index)
      found.append(next)
      index = next
    }
    return resolved.paths(found)
  }

  @Test func aPageBelongsToTheNearestFolderThatHasAnIndex() async throws {
    let site = try await resolve([
      "index.md": nil, "about.md": nil, "a/index.md": nil, "a/x.md": nil, "a/b/c/y.md": nil, "a/b/c/d/index.md": nil,
      "e/z.md": nil,
    ])
    #expect(try parent("index.md", site) == nil)
    #expect(try parent("about.md", site) == "index.md")
    #expect(try parent("a/index.md", site) == "index.md")
    #expect(try parent("a/x.md", site) == "a/index.md")
    #expect(try parent("a/b/c/y.md", site) == "a/index.md")
    #expect(try parent("a/b/c/d/index.md", site) == "a/index.md")
    #expect(try parent("e/z.md", site) == "index.md")
  }

  @Test func aSiteWithoutAHomePageHasSectionsWithoutOne() async throws {
    let site = try await resolve(["a/index.md": nil, "a/x.md": nil, "b.md": nil])
    #expect(try parent("a/index.md", site) == nil)
    #expect(try parent("a/x.md", site) == "a/index.md")
    #expect(try parent("b.md", site) == nil)
    #expect(site.site.navigation.isEmpty)
  }

  @Test func sortsPagesByOrderThenPath() async throws {
    let site = try await resolve([
      "index.md": nil, "s/index.md": nil, "s/z.md": -1, "s/b.md": 2, "s/a.md": 2, "s/y.md": nil, "s/c.md": nil,
      "s/d.md": 1,
    ])
    #expect(try children("s/index.md", site) == ["s/z.md", "s/d.md", "s/a.md", "s/b.md", "s/c.md", "s/y.md"])
  }

  @Test func leadsThroughASectionAndTheSectionsInside() async throws {
    let site = try await resolve([
      "index.md": nil, "s/index.md": nil, "s/a.md": 1, "s/m/index.md": 2, "s/m/x.md": nil, "s/m/y.md": nil, "s/z.md": 3,
      "t/index.md": nil, "t/a.md": nil,
    ])
    #expect(
      try chain(from: "s/index.md", site)
        == ["s/index.md", "s/a.md", "s/m/index.md", "s/m/x.md", "s/m/y.md", "s/z.md"])
    #expect(try chain(from: "t/index.md", site) == ["t/index.md", "t/a.md"])
    #expect(try site.page("s/index.md").previous == nil)
    #expect(try site.page("t/index.md").previous == nil)
  }

  @Test func leadsNowhereFromHomeAndFromSinglePages() async throws {
    let site = try await resolve(["index.md": nil, "about.md": nil, "privacy.md": nil, "s/index.md": nil])
    for path in ["index.md", "about.md", "privacy.md", "s/index.md"] {
      #expect(try site.page(path).next == nil && site.page(path).previous == nil, "\(path)")
    }
  }

  @Test func theMainNavigationIsTheSectionsBelowHome() async throws {
    let site = try await resolve([
      "index.md": nil, "about.md": nil, "b/index.md": nil, "b/x.md": nil, "a/index.md": 1, "a/x.md": nil,
      "c/index.md": nil,
    ])
    #expect(site.paths(site.site.navigation) == ["a/index.md", "b/index.md"])
  }

  @Test func theSettingsMayNameTheMainNavigation() async throws {
    let site = try await resolve(
      ["index.md": nil, "b/index.md": nil, "b/x.md": nil, "a.md": nil], settings: "navigation: [b, zzz, a, b/x]\n")
    #expect(site.paths(site.site.navigation) == ["b/index.md", "a.md", "b/x.md"])
  }

  @Test func everyLanguageHasAHomeOfItsOwn() async throws {
    let site = try await resolve(
      [
        "index.md": nil, "s/index.md": nil, "s/a.md": nil, "de/index.md": nil, "de/s/index.md": nil, "de/s/a.md": nil,
        "de/s/b.md": nil,
      ], settings: "languages: {en: {name: English}, de: {name: Deutsch}}\n")
    #expect(try parent("de/index.md", site) == nil)
    #expect(try parent("de/s/index.md", site) == "de/index.md")
    #expect(try children("index.md", site) == ["s/index.md"])
    #expect(try chain(from: "de/s/index.md", site) == ["de/s/index.md", "de/s/a.md", "de/s/b.md"])
    #expect(site.paths(site.site.navigation) == ["s/index.md"])
  }

  @Test func draftsHaveNoPlace() async throws {
    let files = [
      "content/index.md": page("Home"), "content/s/index.md": page("S"), "content/s/a.md": page("A"),
      "content/s/b.md": page("B", "", "status: draft"), "content/s/c.md": page("C"),
    ]
    let published = try await ResolvedSite(files)
    #expect(try chain(from: "s/index.md", published) == ["s/index.md", "s/a.md", "s/c.md"])
    let all = try await ResolvedSite(files, drafts: true)
    #expect(try chain(from: "s/index.md", all) == ["s/index.md", "s/a.md", "s/b.md", "s/c.md"])
  }
}
