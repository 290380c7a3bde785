import Diagnostics
import Testing

@testable import Checks

@Suite struct SecondH1Tests {
  @Test func headingsOfTheFirstLevelAreReported() async throws {
    let found = try await findings(
      of: .secondH1,
      [
        "content/a.md": """
        ---
        title: The bladder
        ---
        👉#👈 The *bladder*

        ## Signs

        👉Über die Blase👈
        ==============

        > 👉#👈 Quoted
        """
      ])
    #expect(
      found.map(\.help) == [
        "remove it: the title is shown above the text already", "write it with `##`", "write it with `##`",
      ])
  }

  @Test func otherTextIsFine() async throws {
    try await findings(of: .secondH1, ["content/a.md": "## Signs\n\n\\# no heading\n\n    # code\n\n#hash\n"])
  }
}
