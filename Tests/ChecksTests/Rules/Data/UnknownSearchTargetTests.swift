import Diagnostics
import Testing

@testable import Checks

@Suite struct UnknownSearchTargetTests {
  @Test func pagesAndLanguagesThatTheSiteDoesNotHaveAreReported() async throws {
    let found = try await findings(
      of: .dataUnknownSearchTarget,
      [
        "content/help/emergency.md": "Call an ambulance if the person does not wake up.\n",
        "content/help/draft.md": "---\ntitle: Draft\nstatus: draft\n---\nNot yet.\n",
        "content/data/search.yml": """
        en:
          pinned:
            - page: help/emergency.md
              for: [overdose]
            - page: 👉help/emergncy.md👈
              for: [not breathing]
          terms:
            help/emergency.md: [ambulance]
            👉help/draft.md👈: [later]
        👉ne👈:
          terms:
            help/emergency.md: [ambulance]

        """,
      ])
    #expect(
      Set(found.compactMap(\.help)) == [
        "the languages are: en", "the nearest is 'help/emergency.md'",
        "name the file below content/, such as help/emergency.md",
      ])
  }
}
