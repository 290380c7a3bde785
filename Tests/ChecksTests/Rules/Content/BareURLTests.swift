import Diagnostics
import Testing

@testable import Checks

@Suite struct BareURLTests {
  @Test func addressesInPlaceOfWordsAreReported() async throws {
    let found = try await findings(
      of: .bareURL,
      [
        "content/a.md": """
        Über 👉https://www.example.org/ketamine👈 und <👉https://example.org/a👈>.

        - *At* [👉https://example.org/b👈](https://example.org/b)
        - 👉www.example.org/drugs👈

        | Where |
        |---|
        | 👉http://example.org👈 |

        > Two
        > lines 👉https://example.org/c👈.
        """
      ])
    #expect(found.first?.help == "write `[what is there](https://www.example.org/ketamine)`")
  }

  @Test func namesOfSitesAndOtherLinksAreFine() async throws {
    try await findings(
      of: .bareURL,
      [
        "content/a.md": """
        [samaritans.org](https://www.samaritans.org/) [www.nhs.uk](https://www.nhs.uk/) <help@example.org>
        `https://example.org/` [https: what it means](https://example.org/) [the NHS](https://www.nhs.uk/)
        """
      ])
  }
}
