import Diagnostics

@testable import Pipeline

/// A site of a few files that builds, and ways to build it.
struct SmallSite {
  let folder: TemporaryFolder

  /// Settings to which a test adds `checks` of its own.
  static let plainSettings = "title: Example\nbaseURL: https://example.org/\noutputs: []\n"
  static let settings = plainSettings + quietChecks

  /// Off are rules that every tiny site breaks: most tests are about something else.
  static let quietChecks = """
    checks: {content/missing-description: off, content/address-removed: off, link/insecure: off, link/orphan: off, content/unused-image: off}

    """

  /// - Parameter files: added to, or instead of, a settings file, a layout and a home page.
  init(_ files: [String: String] = [:]) throws {
    folder = try TemporaryFolder([
      "sitegen.yml": Self.settings, "templates/layouts/page.html": "{{page.title}}\n{{page.content}}\n",
      "content/index.md": Self.page("Home", "Welcome.\n"),
    ])
    for (path, text) in files { try folder.write(text, to: path) }
  }

  /// A site that is there already.
  init(in folder: TemporaryFolder) { self.folder = folder }

  /// A site with one of every output.
  static func ofEverything() throws -> SmallSite {
    let site = try SmallSite([
      "sitegen.yml": "title: Example\nbaseURL: https://example.org/\n" + quietChecks,
      "templates/assets/style.css": "a { color: maroon }", "templates/assets/icon.svg": "<svg/>",
      "templates/directives/note.html": "<p>{{content}}</p>",
      "templates/strings/en.yml":
        "pages: {index: A to Z, search: Search, glossary: Glossary, references: References, topics: Topics, not-found: Not found}\n",
      "content/data/glossary.yml": "- {id: k-hole, term: K-hole, definition: A state.}\n",
      "content/data/references.json": "[{\"id\": \"a\", \"title\": \"A\"}, {\"id\": \"b\", \"title\": \"B\"}]",
    ])
    for layout in ["index", "search", "not-found", "topics", "topic", "glossary", "references", "redirect"] {
      let body = "{{page.title}}{{#groups}}{{letter}}{{/groups}} {{site.url}}\n"
      try site.folder.write(
        layout.hasPrefix("topic") || layout == "references" || layout == "not-found" || layout == "redirect"
          ? "{{page.title}} {{site.url}}\n" : body, to: "templates/layouts/\(layout).html")
    }
    try site.folder.write("{{site.url}} {{{offline.content}}}\n", to: "templates/layouts/offline.html")
    try site.folder.write("<a href=\"{{url}}\">{{text}}</a>", to: "templates/inlines/term.html")
    try site.folder.write("{{#marks}}{{number}}{{/marks}}", to: "templates/inlines/citation.html")
    for i in 0..<24 {
      let next = (i + 1) % 24
      try site.folder.write(
        """
        ---
        title: Page \(i)
        tags: [tag-\(i % 3), "tag \(i % 5)s"]
        aliases: [/old/\(i)/]
        searchTerms: [word \(i % 7)]
        review: {state: compiled, on: 2026-11-\(10 + i % 9)}
        ---
        See [the next](../s\(next % 4)/p\(next).md#part), a [term](glossary:k-hole), said so [@\(i % 2 == 0 ? "a" : "b")].

        > [!NOTE]
        > Note \(i).

        ## Part

        ![Dot](dot\(i).svg)

        """, to: "content/s\(i % 4)/p\(i).md")
      try site.folder.write("<svg width=\"\(i + 1)\" height=\"2\"/>", to: "content/s\(i % 4)/dot\(i).svg")
    }
    return site
  }

  static func page(_ title: String, _ body: String, _ more: String = "") -> String {
    "---\ntitle: \(title)\n\(more)---\n\(body)"
  }

  @discardableResult
  func build(threads: Int = 2, output: String? = nil, _ change: (inout Build.Options) -> Void = { _ in }) async throws
    -> Build.Result
  {
    var options = Build.Options(root: folder.path)
    options.threads = threads
    options.output = output
    change(&options)
    return try await Build(options).run()
  }

  /// The report of a build, as the user sees it.
  func report(_ result: Build.Result) -> String {
    TextReport.render(result.diagnostics, contents: Excerpts(root: folder.path).bytes)
  }

  func output() throws -> [String: [UInt8]] { try folder.files(in: "public") }
}
