import TestSupport
import Testing

@testable import Outputs

/// The archive and the single file, from the sources to their bytes.
@Suite struct OfflineCopiesTests {
  private static let layout =
    "<main id=main><nav><a href=\"{{site.home.url}}\">Up</a></nav>"
    + "<h1 id=top>{{page.title}}</h1>{{{page.content}}}<a class=\"back\" href=\"#top\">back</a></main><footer>F</footer>"
  private static let files = [
    "sitegen.yml": "title: A\nbaseURL: https://example.org/k/\nhelpPage: help.md\nnavigation: [risks]\n"
      + "outputs: [offline-page, offline-folder]\n",
    "templates/layouts/page.html": layout,
    "templates/layouts/offline.html":
      "{{offline.csp}}|{{{offline.style}}}|{{site.help.url}}|{{#offline.contents}}{{title}} {{url}}"
      + "{{#items}} ({{title}} {{url}}){{/items}};{{/offline.contents}}|{{{offline.content}}}",
    "templates/assets/style.css": "a { color: red }",
    "content/index.md": page("Home", "[r](risks/index.md) [early](risks/bladder.md#early)\n"),
    "content/help.md": page("Help"), "content/risks/index.md": page("Risks"),
    "content/risks/bladder.md": page("Bladder", "## Early\n\n[e](#early) ![x](x.svg) [h](../index.md)\n"),
    "content/risks/x.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
  ]

  private func document(_ changes: [String: String] = [:]) async throws -> [Substring] {
    let site = try await RenderedSite(Self.files.merging(changes) { _, new in new })
    #expect(try site.diagnostics().isEmpty)
    return try site.text("offline/pages.html").split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
  }

  @Test func theDocumentBeginsWithThePageForEmergencies() async throws {
    let parts = try await document()
    #expect(parts[2] == "#p1")
    #expect(parts[3] == "Help #p1;Home #p2;Risks #p3 (Bladder #p4);")
    #expect(parts[4].hasPrefix("<div class=\"chapter\" id=\"p1\"><h2 id=p1-top>Help</h2>"))
  }

  @Test func anchorsAreThoseOfOnePageOnly() async throws {
    let content = try await document()[4]
    #expect(content.contains("<a href=\"#p3\">r</a> <a href=\"#p4-early\">early</a>"))
    #expect(content.contains("<h3 id=\"p4-early\">Early</h3>"))
    #expect(content.contains("<a href=\"#p4-early\">e</a>"))
    #expect(content.contains("<a href=\"#p2\">h</a>"))
  }

  @Test func headingsAreOneLevelLowerAsFarAsThereAreLevels() async throws {
    let page = page("Home", "## A\n\n### B\n\n#### C\n\n##### D\n\n###### E\n\n`<h1>`\n")
    let content = try await document(["content/index.md": page])[4]
    for (level, text) in [(2, "Home"), (3, "A"), (4, "B"), (5, "C"), (6, "D"), (6, "E")] {
      #expect(content.contains(">\(text)</h\(level)>") && !content.contains("<h1"))
    }
    #expect(content.contains("<code>&lt;h1&gt;</code>"))
  }

  @Test func navigationSearchBoxesAndLinksBackAreLeftOut() async throws {
    let layout = Self.layout.replacing("<nav>", with: "<div role=\"search\">Box<div>Box</div></div><nav>")
    let content = try await document(["templates/layouts/page.html": layout])[4]
    for word in ["Box", "Up", "<nav", "</nav", "back", "<main", "</main", "<footer"] {
      #expect(!content.contains(word))
    }
  }

  @Test func picturesStandInTheDocument() async throws {
    // echo -n "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>" | base64
    #expect(
      try await document()[4].contains(
        "src=\"data:image/svg+xml;base64,PHN2ZyB4bWxucz0naHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmcnIHdpZHRoPScxJyBoZWlnaHQ9JzEnLz4=\""
      ))
  }

  @Test func thePolicyAllowsExactlyItsStyleSheet() async throws {
    let parts = try await document()
    // printf 'a{color:red}' | openssl dgst -sha256 -binary | base64
    #expect(parts[1] == "<style>a{color:red}</style>")
    #expect(
      parts[0] == "default-src &#39;none&#39;; img-src data:; "
        + "style-src &#39;sha256-6hWWMOcF+mJesSJGYhmK2lkIIEw9Xc5XKGLPVzh8yxs=&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"
    )
  }

  private static let withSearch = [
    "sitegen.yml": "title: A\nbaseURL: https://example.org/k/\nhelpPage: help.md\nnavigation: [risks]\n"
      + "outputs: [offline-page, offline-folder, search]\n",
    "templates/layouts/search.html": "{{site.search.index}} {{site.search.root}}",
    "templates/strings/en.yml": "pages: {search: Search}\n", "templates/assets/search.js": "find(1 < 2)",
    "templates/layouts/offline.html":
      "{{offline.csp}}|{{{offline.style}}}|{{#site.search}}{{index}},{{root}}{{/site.search}}|"
      + "{{{offline.scripts}}}|{{{offline.content}}}",
    "content/data/search.yml": "en:\n  pinned: [{page: help.md, for: [breathing]}]\n",
  ]

  @Test func theDocumentHoldsItsSearchWithLinksWithinIt() async throws {
    let parts = try await document(Self.withSearch)
    #expect(parts[2].hasPrefix("base-en.") && parts[2].hasSuffix(".js,"))
    let base = parts[2].dropLast()
    #expect(parts[3].hasPrefix("<script type=\"application/json\" id=\"search-index\">{\"words-en."))
    #expect(parts[3].contains("\"\(base)\":{\"count\":4,"))
    #expect(parts[3].contains("[\"Bladder\",\"#p4\",\"Risks\",\"\"]"))
    #expect(parts[3].contains("\"pins\":[[\"Help\",\"#p1\",\"\",\"\",[\"breathing\"]]]"))
    #expect(parts[3].hasSuffix("}</script>\n<script>find(1 < 2)</script>\n"))
    // printf 'find(1 < 2)' | openssl dgst -sha256 -binary | base64
    #expect(parts[0].contains("; script-src &#39;sha256-g51wkZEqoThX4VQN3Bg8PaiHVFa7dNXawC9KP8uquSg=&#39;; "))
  }

  @Test func withoutAScriptForItTheDocumentHasNoSearch() async throws {
    let site = try await RenderedSite(
      Self.files.merging(Self.withSearch) { _, new in new }.filter { $0.key != "templates/assets/search.js" })
    let parts = try site.text("offline/pages.html").split(separator: "|", omittingEmptySubsequences: false)
    #expect(parts[2].isEmpty && parts[3].isEmpty && !parts[0].contains("script-src"))
  }

  @Test func theArchiveHoldsTheFilesOfTheSearch() async throws {
    let site = try await RenderedSite(Self.files.merging(Self.withSearch) { _, new in new })
    let names = try names(in: site.make("offline/pages.zip").bytes)
    let index = names.filter { $0.hasPrefix("pages/assets/search/") }
    #expect(index.count == site.paths.count { $0.hasPrefix("assets/search/") } && index.count >= 4)
  }

  @Test func theArchiveHoldsPagesAndWhatTheyShow() async throws {
    let site = try await RenderedSite(Self.files)
    let names = try names(in: site.make("offline/pages.zip").bytes)
    let style = try #require(site.rendering.assetAddresses["style.css"])
    #expect(
      names == [
        "pages/\(style)", "pages/help/index.html", "pages/index.html", "pages/risks/bladder/index.html",
        "pages/risks/index.html", "pages/risks/x.svg",
      ])
  }

  @Test func copiesAreMadeOnPurposeOnly() async throws {
    var files = Self.files
    files["templates/layouts/offline.html"] = nil
    #expect(try await RenderedSite(files).paths.allSatisfy { !$0.hasPrefix("offline/") })
    let settings = "title: A\nbaseURL: https://example.org/\noutputs: [offline-page]\n"
    let paths = try await RenderedSite(Self.files.merging(["sitegen.yml": settings]) { _, new in new }).paths
    #expect(paths.filter { $0.hasPrefix("offline/") } == ["offline/pages.html"])
  }

  @Test func everyLanguageHasAFileOfItsOwn() async throws {
    let site = try await RenderedSite(
      Self.files.merging([
        "sitegen.yml":
          "title: A\nbaseURL: https://example.org/\nlanguages: {en: {name: English}, de: {name: Deutsch}}\n"
          + "outputs: [offline-page]\n",
        "content/de/index.md": page("Start", "Hallo\n"),
      ]) { _, new in new })
    #expect(try site.text("offline/pages.de.html").contains("Hallo"))
    #expect(try !site.text("offline/pages.html").contains("Hallo"))
  }

  /// Names in the order of the archive, from the local headers.
  private func names(in archive: [UInt8]) -> [String] {
    var names: [String] = []
    var i = 0
    while archive[i...].starts(with: [0x50, 0x4B, 3, 4]) {
      let size = (0..<4).reduce(0) { $0 | Int(archive[i + 18 + $1]) << (8 * $1) }
      let name = Int(archive[i + 26])
      names.append(String(decoding: archive[(i + 30)..<(i + 30 + name)], as: UTF8.self))
      i += 30 + name + size
    }
    return names
  }
}
