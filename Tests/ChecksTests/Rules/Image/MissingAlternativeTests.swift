import Diagnostics
import Testing

@testable import Checks

@Suite struct MissingAlternativeTests {
  private static let files = ["content/b.svg": "<svg/>", "content/bladder-2.png": "x"]

  private func files(_ page: String) -> [String: String] { Self.files.merging(["content/a.md": page]) { a, _ in a } }

  @Test func picturesWithoutWordsAreReported() async throws {
    let found = try await findings(
      of: .missingAlternative,
      files(
        """
        Über 👉![](b.svg)👈 and 👉![ ](b.svg "The bladder")👈.

        - 👉![*-*](b.svg)👈
        - ![👉bladder-2.png👈](bladder-2.png)
        - [👉![](b.svg "decorative")👈](index.md)

        | A |
        |---|
        | 👉![](b.svg)👈 |
        """))
    #expect(found.allSatisfy { $0.severity == .error })
    #expect(
      found.first?.help
        == "write between the brackets what the picture tells; if it tells nothing, write `![](b.svg \"decorative\")`")
  }

  @Test func picturesWithWordsAndOrnamentsAreFine() async throws {
    try await findings(
      of: .missingAlternative,
      files(
        """
        ![The bladder](b.svg) ![](b.svg "decorative") [![](b.svg "decorative") The bladder](index.md)
        [![The bladder](b.svg)](index.md) ![膀胱](b.svg "Titel") ![`code`](b.svg) ![bladder](bladder-2.png)
        """))
  }
}
