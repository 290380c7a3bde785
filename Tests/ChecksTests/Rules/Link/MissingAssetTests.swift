import Diagnostics
import Testing

@testable import Checks

@Suite struct MissingAssetTests {
  private let picture = "<svg width='1' height='1'/>"

  @Test func imagesAndFilesThatAreNotThereAreReported() async throws {
    let found = try await findings(
      of: .missingAsset,
      [
        "content/images/chart.svg": picture,
        "content/risks/a.md":
          "A 👉![Chart](../images/chrat.svg)👈, ![Chart](../images/chart.svg), 👉[leaflet](leaflet.pdf)👈.\n",
      ])
    #expect(
      found.map(\.message) == ["no image at 'content/images/chrat.svg'", "no file at 'content/risks/leaflet.pdf'"])
    #expect(
      found.map(\.help) == [
        "the nearest is '../images/chart.svg'", "put the file beside the page and name it relative to the page",
      ])
  }

  @Test func imagesOfOtherSitesAndPagesAreReported() async throws {
    try await findings(
      of: .missingAsset,
      [
        "content/b.md": "Text.\n",
        "content/a.md": "👉![x](https://example.com/x.png)👈\n\n👉![page](b.md)👈\n\n[fine](https://example.com/x.png)\n",
      ])
  }

  @Test func anImageInALinkIsLookedAtByItself() async throws {
    try await findings(
      of: .missingAsset,
      ["content/c.svg": picture, "content/a.md": "[![ok](c.svg)](index.md) and [👉![no](d.svg)👈](index.md)\n"])
  }
}
