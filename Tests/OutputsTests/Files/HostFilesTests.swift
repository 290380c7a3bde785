import TestSupport
import Testing

@testable import Outputs

/// `robots.txt`, `_headers`, `.nojekyll`, and the redirects.
struct HostFilesTests {
  private func site(_ outputs: String, _ files: [String: String] = [:]) async throws -> RenderedSite {
    var files = files
    files["sitegen.yml"] = "title: A\nbaseURL: https://example.org/k/\noutputs: [\(outputs)]\n"
    files["templates/layouts/redirect.html"] = "{{target.url}}|{{target.absoluteURL}}|{{target.title}}|{{page.url}}"
    return try await RenderedSite(files)
  }

  // MARK: Robots

  @Test func robotsMayReadEverything() async throws {
    #expect(try await site("robots").text("robots.txt") == "User-agent: *\nAllow: /\n")
  }

  @Test func robotsAreToldOfASitemapThatIsMade() async throws {
    #expect(
      try await site("robots, sitemap").text("robots.txt")
        == "User-agent: *\nAllow: /\n\nSitemap: https://example.org/k/sitemap.xml\n")
  }

  // MARK: Headers

  @Test func headersStandBelowTheBasePath() async throws {
    let site = try await site("headers", ["templates/assets/a.css": "a{}"])
    let text = try site.text("_headers")
    #expect(text.hasPrefix("/k/*\n  Content-Security-Policy: default-src 'none'; img-src 'self'; style-src 'self'; "))
    #expect(text.contains("; frame-ancestors 'none'\n"))
    #expect(text.contains("\n/k/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"))
    #expect(try site.make(".nojekyll").bytes.isEmpty)
  }

  // MARK: Redirects

  @Test func redirectsLeadFromEveryAliasToItsPage() async throws {
    let site = try await site(
      "redirects",
      [
        "content/b.md": page("B", "", "aliases: [/old/]"), "content/ä.md": page("Ä & O", "", "aliases: [/a.html, /ü]"),
      ])
    #expect(try site.text("old/index.html") == "/k/b/|https://example.org/k/b/|B|/k/old/")
    #expect(try site.text("a.html") == "/k/%C3%A4/|https://example.org/k/%C3%A4/|Ä &amp; O|/k/a.html")
    #expect(
      try site.text("_redirects") == "/k/%C3%BC/ /k/%C3%A4/ 301\n/k/a.html /k/%C3%A4/ 301\n/k/old/ /k/b/ 301\n")
    #expect(try site.diagnostics().isEmpty)
  }

  @Test func noRedirectsAreMadeWithoutAliases() async throws {
    #expect(try await site("redirects", ["content/b.md": page("B")]).paths == ["b/index.html"])
  }

  // MARK: Which outputs are made

  @Test func onlyThoseThatTheSettingsName() async throws {
    let files = ["content/b.md": page("B", "", "aliases: [/old/]\ntags: [x]"), "content/b.svg": "<svg/>"]
    #expect(try await site("", files).paths == ["b.svg", "b/index.html"])
    #expect(
      try await site("feed, sitemap, robots, headers", files).paths
        == [".nojekyll", "_headers", "b.svg", "b/index.html", "feed.xml", "robots.txt", "sitemap.xml"])
  }

  @Test func anUnknownOutputIsReportedWithTheNearest() async throws {
    let problems = try await site("feeds").output.diagnostics
    #expect(problems.map(\.rule) == ["settings/unknown-output"])
    #expect(problems.map(\.help) == ["the nearest is 'feed'"])
    #expect(problems.map(\.location.line) == [3])
  }

  @Test func twoThingsThatWantToBeOneFileAreReported() async throws {
    let problems = try await site("feed", ["content/feed.xml": "x"]).output.diagnostics
    #expect(problems.map(\.message) == ["two things want to be the file 'feed.xml'"])
  }
}
