import Testing

@testable import Checks

@Suite struct ReviewNeverTests {
  private static let reviewed = "---\ntitle: A\nreview: {state: compiled, on: 2026-11-21}\n---\nText.\n"

  @Test func pagesWithoutAReviewAreReportedWhereOthersHaveOne() async throws {
    try await findings(
      of: .reviewNever,
      [
        "content/index.md": Self.reviewed, "content/a.md": "👉---👈\ntitle: A\n---\nText.\n",
        "content/b.md": "👉---👈\ntitle: Überblick\ntags: [review]\n---\nreview: this is text\n",
      ])
  }

  @Test func aSiteThatKeepsNoReviewsIsLeftAlone() async throws {
    try await findings(of: .reviewNever, ["content/a.md": "Text.\n"])
  }

  @Test func draftsAndBrokenReviewsAreLeftAlone() async throws {
    let site = try MarkedSite([
      "content/index.md": Self.reviewed,
      "content/a.md": "---\ntitle: A\nreview: {state: done, on: 2026-11-21}\n---\nText.\n",
      "content/d.md": "---\ntitle: D\nstatus: draft\n---\nText.\n",
    ])
    #expect(try await site.found(by: [.reviewNever]).map(\.rule) == ["data/wrong-type"])
  }
}
