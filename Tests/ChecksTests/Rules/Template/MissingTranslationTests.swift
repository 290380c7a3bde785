import Testing

@testable import Checks

@Suite struct MissingTranslationTests {
  private let settings = """
    title: Example
    baseURL: https://example.org/
    languages: {en: {name: English}, de: {name: Deutsch}}
    outputs: []

    """

  @Test func whatALanguageLacksIsFoundAtItsGroup() async throws {
    let found = try await findings(
      of: .missingTranslation,
      [
        "sitegen.yml": settings,
        "templates/strings/en.yml": "👉👈skip: Skip\nhelp: {label: Help, now: Get help}\n👉care👈: {do: {it: Do}}\n",
        "templates/strings/de.yml": "skip: Weiter\n👉help👈: {label: Hilfe}\n👉care👈: {tun: {so: So}}\ntop: Oben\n",
      ])
    #expect(
      found.map(\.message).sorted() == [
        "'care.do.it' is not there in the language 'de'", "'care.tun.so' is not there in the language 'en'",
        "'help.now' is not there in the language 'de'", "'top' is not there in the language 'en'",
      ])
  }

  @Test func oneLanguageLacksNothing() async throws {
    try await findings(of: .missingTranslation, ["templates/strings/en.yml": "skip: Skip\n"])
    try await findings(
      of: .missingTranslation,
      [
        "sitegen.yml": settings, "templates/strings/en.yml": "skip: Skip\nmonths: [January]\n",
        "templates/strings/de.yml": "months: [Januar]\nskip: Weiter\n",
      ])
  }
}
