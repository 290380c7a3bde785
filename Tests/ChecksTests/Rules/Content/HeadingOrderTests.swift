import Diagnostics
import Testing

@testable import Checks

@Suite struct HeadingOrderTests {
  @Test func headingsThatLeaveOutALevelAreReported() async throws {
    let found = try await findings(
      of: .headingOrder,
      ["content/a.md": "👉###👈 First\n\n## Second\n\n  👉####👈 Third\n\n- 👉######👈 In a list\n"])
    #expect(found.first?.message == "the first heading below the title is of level 3")
    #expect(found.map(\.help) == ["write it with `##`", "write it with `###`", "write it with `#####`"])
  }

  @Test func headingsInOrderAreFine() async throws {
    try await findings(
      of: .headingOrder,
      [
        "content/a.md": """
        ## What it is

        ### A

        #### B

        ## Back

        > ##### Quoted

        Underlined
        ----------

        ::: callout
        #### In a box with a heading of its own
        :::
        """
      ], directives: ["callout"])
  }
}
