import Diagnostics
import Testing

@testable import Checks

@Suite struct AliasHidesPageTests {
  @Test func anAliasThatIsThePlaceOfAPageIsReported() async throws {
    let found = try await findings(
      of: .aliasHidesPage,
      [
        "content/help.md": "Text.\n",
        "content/new.md": "---\ntitle: New\naliases: [/old/, 👉/help/👈, 👉/Help👈]\n---\nText.\n",
      ])
    #expect(found.first?.message == "the alias '/help/' is an address that is taken already")
    #expect(found.first?.notes.first?.location?.file == "content/help.md")
  }

  @Test func anAliasThatTwoPagesWantIsReportedAtTheSecond() async throws {
    try await findings(
      of: .aliasHidesPage,
      [
        "content/a.md": "---\ntitle: A\naliases: [/old/]\n---\nText.\n",
        "content/b.md": "---\ntitle: B\naliases: [👉/old/👈]\n---\nText.\n",
      ])
  }

  @Test func anAliasOfAFileOrBelowOneIsReported() async throws {
    try await findings(
      of: .aliasHidesPage,
      [
        "content/leaflet.pdf": "",
        "content/a.md":
          "---\ntitle: A\naliases: [👉/leaflet.pdf/👈, 👉/leaflet.pdf/more/👈, 👉/manifest.sha256/👈]\n---\nText.\n",
      ])
  }

  @Test func aliasesOfTheirOwnAreFine() async throws {
    try await findings(
      of: .aliasHidesPage, ["content/a.md": "---\ntitle: A\naliases: [/b/, /c.html, /a/b/]\n---\nText.\n"])
  }
}
