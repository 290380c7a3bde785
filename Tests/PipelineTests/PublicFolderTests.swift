import Diagnostics
import Testing

@testable import Pipeline

/// The site that this repository publishes. `public/` is committed, so that any host can take it as it is; it has to be
/// exactly what the sources make.
@Suite struct PublicFolderTests {
  /// The repository's root.
  static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  @Test func theCommittedSiteIsWhatTheSourcesMake() async throws {
    let folder = try TemporaryFolder()
    var options = Build.Options(root: Self.root)
    options.output = folder.path + "/public"
    options.threads = 2
    let result = try await Build(options).run()
    #expect(result.diagnostics.isEmpty, "\(TextReport.render(result.diagnostics) { _ in nil })")

    let made = try filesBelow(folder.path + "/public")
    let committed = try filesBelow(Self.root + "/public")
    let different = Set(made.keys).union(committed.keys).filter { made[$0] != committed[$0] }.sorted()
    #expect(different.isEmpty, "run `make site` and commit public/")
  }

  @Test func everyPageAndItsStyleSheetFitIntoOneRoundTrip() throws {
    let files = try filesBelow(Self.root + "/public")
    // What a page holds itself, and what it links; no page waits for what only paper needs.
    let sheets = files.filter { $0.key.hasSuffix(".css") && !$0.key.contains(".print.") }
    let sizes = try sheets.mapValues(gzipSize)
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) where isPage(path) {
      let html = String(decoding: bytes, as: UTF8.self)
      let linked = sizes.filter { html.contains("href=\"/\($0.key)\"") }
      #expect(linked.count == 1, "\(path) links to \(linked.keys)")
      let size = try gzipSize(bytes) + linked.values.reduce(0, +)
      #expect(size <= 14 * 1024, "\(path) needs \(size) bytes with its style sheet")
    }
  }

  @Test func noPageAsksAnotherSiteForAnything() throws {
    for (path, bytes) in try filesBelow(Self.root + "/public") where isPage(path) {
      let html = String(decoding: bytes, as: UTF8.self)
      #expect(html.contains("default-src &#39;none&#39;"), "\(path) has no policy")
      // Scripts are files of the site's own, which nothing waits for.
      for script in html.split(separator: "<script").dropFirst() {
        #expect(script.hasPrefix(" src=\"/assets/") && script.contains("\" defer></script>"), "\(path) has a script")
      }
      for tag in ["<iframe", "<object", "<embed", "<form", " style=\"", " onclick", "@import"] {
        #expect(!html.contains(tag), "\(path) has \(tag)")
      }
      for part in html.split(separator: " src=\"").dropFirst() {
        #expect(part.hasPrefix("/"), "\(path) loads \(part.prefix(80))")
      }
    }
  }

  @Test func theCopyForReadingOfflineIsOneFileOfLessThanTwoMegabytes() throws {
    let bytes = try #require(try filesBelow(Self.root + "/public")["offline/pages.html"])
    // As content/offline.md says.
    #expect(bytes.count < 2_000_000)
    let html = String(decoding: bytes, as: UTF8.self)
    for tag in ["<script src", "<link", "<iframe", "<form", " style=\"", "href=\"/", "url("] {
      #expect(!html.contains(tag))
    }
    // The index of the search, and the script that reads it.
    #expect(html.split(separator: "<script").count == 3)
    for part in html.split(separator: " src=\"").dropFirst() { #expect(part.hasPrefix("data:image/")) }
  }

  /// Copies for reading offline are no pages of the site.
  private func isPage(_ path: String) -> Bool { path.hasSuffix(".html") && !path.hasPrefix("offline/pages.") }

  /// Bytes that `gzip -9` makes of the file.
  private func gzipSize(_ bytes: [UInt8]) throws -> Int {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "page")
    let result = try ChildProcess.shell("gzip -9nc \"$1\" | wc -c", [folder.path + "/page"])
    return try #require(Int(result.output.filter(\.isNumber)))
  }
}
