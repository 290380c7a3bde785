import Diagnostics
import Testing

@testable import Checks

@Suite struct NoHeaderTests {
  @Test func columnsWithoutNamesAreReported() async throws {
    let found = try await findings(
      of: .tableWithoutHeader,
      [
        "content/a.md": """
        👉| | |👈
        |---|---|
        | Bladder | often |

        | Über |👉  👈| Harm |
        |---|---|---|
        | a | b | c |

        | Harm | 👉&nbsp;👈 |
        |---|---|
        | a | b |

        > 👉|   |   |👈
        > |---|---|
        > | a | b |
        """
      ])
    #expect(found.map(\.message).contains("this column has no name"))
  }

  @Test func anEmptyCornerIsFine() async throws {
    try await findings(
      of: .tableWithoutHeader,
      [
        "content/a.md":
          "| | Ketamine | Placebo |\n|---|---|---|\n| Better | 7 | 3 |\n\n| A | `b` |\n|---|---|\n| | |\n"
      ])
  }
}
