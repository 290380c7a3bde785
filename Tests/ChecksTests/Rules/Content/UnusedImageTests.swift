import Diagnostics
import Testing

@testable import Checks

@Suite struct UnusedImageTests {
  @Test func picturesThatNothingShowsAreReported() async throws {
    let found = try await findings(
      of: .unusedImage,
      [
        "content/a.md": "![Shown](a.svg) [linked](large.png)\n", "content/a.svg": "<svg/>", "content/large.png": "x",
        "content/old/b.JPG": "👉👈x", "content/leaflet.pdf": "x", "content/LICENSE": "x",
      ])
    #expect(found.first?.message == "nothing uses the picture 'b.JPG'")
  }

  @Test func picturesNamedElsewhereAreFine() async throws {
    try await findings(
      of: .unusedImage,
      [
        "templates/partials/header.html": "<img src=\"{{site.base}}logo.svg\" alt=\"\">",
        "content/data/teams.yml": "- {name: A, picture: a.webp}\n",
        "content/soon.md": "---\ntitle: Soon\nstatus: draft\n---\n![Soon](soon.png)\n",
        "content/logo.svg": "<svg/>", "content/a.webp": "x", "content/soon.png": "x", "content/favicon.ico": "x",
        "content/apple-touch-icon.png": "x",
      ])
  }
}
