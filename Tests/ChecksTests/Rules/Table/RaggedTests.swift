import Diagnostics
import Testing

@testable import Checks

@Suite struct RaggedTests {
  @Test func rowsWithOtherNumbersOfCellsAreReported() async throws {
    let found = try await findings(
      of: .raggedTable,
      [
        "content/a.md": """
        | Über | How often |
        |---|---|
        | Blasenschwäche | often | 👉from the *first* year👈 |
        👉| Liver |👈
        👉This line was meant as text.👈

        > | A | B |
        > |---|---|
        > 👉| größer |👈
        > | a | b | 👉c | d👈 |

        - A | B
          --|--
          a | b | 👉c👈
        """
      ])
    #expect(found.map(\.severity) == [.error, .warning, .warning, .warning, .error, .error])
    #expect(found.map(\.help).contains("put an empty line before it"))
  }

  @Test func aPipeTooManyLosesNothing() async throws {
    let found = try await findings(of: .raggedTable, ["content/a.md": "| A | B |\n|---|---|\n| a | b | 👉|👈\n"])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test func rowsAsLongAsTheHeadAreFine() async throws {
    try await findings(
      of: .raggedTable,
      [
        "content/a.md": """
        | A | B |
        |---|---|
        | a \\| b | `x\\|y` |
        | | |
        ||b|
        | ü | 膀胱 [link](index.md) |

        A | B
        --|--
        a | b
        """
      ])
  }
}
