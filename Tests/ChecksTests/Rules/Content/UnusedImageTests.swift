import Diagnostics
import Testing

@testable import Checks

@Suite struct UnusedImageTests {
  @Test func picturesThatNothingShowsAreReported() async throws {
    let site = try MarkedSite(
      [
        "content/a.md": "![Shown](a.svg) [linked](large.png)\n", "content/a.svg": "<svg/>", "content/large.png": "x",
        "content/old/b.JPG": "x", "content/leaflet.pdf": "x", "content/LICENSE": "x",
      ])
    let found = try await site.found(by: [.unusedImage])
    #expect(found.map(\.message) == ["nothing uses the picture 'b.JPG'"])
    #expect(found.first?.location == SourceLocation(file: "content/old/b.JPG"))
  }

  @Test func picturesNamedElsewhereAreFine() async throws {
    try await findings(
      of: .unusedImage,
      [
        "sitegen.yml": "title: Example\nbaseURL: https://example.org/\noutputs: []\nfields: {cover: text}\n",
        "content/b.md": "---\ntitle: B\ncover: cover.jpg\n---\nText.\n", "content/cover.jpg": "x",
        "templates/partials/header.html": "<img src=\"{{site.base}}logo.svg\" alt=\"\">",
        "content/data/teams.yml": "- {name: A, picture: a.webp}\n",
        "content/soon.md": "---\ntitle: Soon\nstatus: draft\n---\n![Soon](soon.png)\n",
        "content/logo.svg": "<svg/>", "content/a.webp": "x", "content/soon.png": "x", "content/favicon.ico": "x",
        "content/apple-touch-icon.png": "x",
      ])
  }
}
