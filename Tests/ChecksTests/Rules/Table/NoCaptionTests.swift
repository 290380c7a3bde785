import Diagnostics
import Testing

@testable import Checks

@Suite struct NoCaptionTests {
  private static let wide = "| Über | B | C | D |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n"
  private static let long = "| A | B |\n|---|---|\n" + String(repeating: "| 1 | 2 |\n", count: 7)

  @Test func largeTablesWithoutCaptionAreReported() async throws {
    try await findings(
      of: .tableWithoutCaption,
      [
        "content/a.md": """
        👉| Über | B | C | D |👈
        |---|---|---|---|
        | 1 | 2 | 3 | 4 |

        ::: table{caption="Of something else"}
        Text.
        :::

        ::: table
        👉| A | B |👈
        |---|---|
        \(String(repeating: "| 1 | 2 |\n", count: 7)):::
        """
      ], directives: ["table"])
  }

  @Test func smallTablesAndThoseWithACaptionAreFine() async throws {
    try await findings(
      of: .tableWithoutCaption,
      [
        "content/a.md": """
        ::: table{caption="Über alles"}
        \(Self.wide):::

        ::: callout{title="What it costs"}
        :::: inner
        \(Self.long)::::
        :::

        | A | B | C |
        |---|---|---|
        | 1 | 2 | 3 |
        """
      ], directives: ["table", "callout", "inner"])
  }
}
