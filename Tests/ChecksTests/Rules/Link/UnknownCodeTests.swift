import Testing

@testable import Checks

@Suite struct UnknownCodeTests {
  private static let template = "<div>{{{content}}}</div>\n"

  @Test func aCodeForNoAddressOfTheSiteIsReported() async throws {
    let found = try await findings(
      of: .unknownCode,
      [
        "content/risks/signs.md": "---\ntitle: Signs\naliases: [/h/signs/]\n---\nText.\n",
        "content/a.md": "Ü\n\n::::card\n\n:::panel{👉code=h/sings👈}\n\nText.\n\n:::\n\n::::\n",
        "templates/directives/card.html": Self.template, "templates/directives/panel.html": Self.template,
      ])
    #expect(
      found.first?.help
        == "the nearest is 'h/signs/'; or write `aliases: [/h/sings/]` into the front matter of the page it should lead to"
    )
  }

  @Test func pagesAndFormerAddressesMayBePrintedWithOrWithoutSlashes() async throws {
    try await findings(
      of: .unknownCode,
      [
        "content/risks/signs.md": "---\ntitle: Signs\naliases: [/h/signs, /s.html]\n---\nText.\n",
        "content/a.md":
          ":::panel{code=h/signs}\n:::\n\n:::panel{code=/h/signs/}\n:::\n\n:::panel{code=s.html}\n:::\n\n"
          + ":::panel{code=risks/signs}\n:::\n",
        "templates/directives/panel.html": Self.template,
      ])
  }

  @Test func aDraftHasNoAddressYet() async throws {
    try await findings(
      of: .unknownCode,
      [
        "content/signs.md": "---\ntitle: Signs\nstatus: draft\naliases: [/h/signs/]\n---\nText.\n",
        "content/a.md": ":::panel{👉code=h/signs👈}\n:::\n", "templates/directives/panel.html": Self.template,
      ])
  }
}
