import Diagnostics
import Testing

@testable import Checks

@Suite struct InsecureTests {
  @Test func linksThatAreNotEncryptedAreReported() async throws {
    try await findings(
      of: .insecureLink,
      [
        "content/data/glossary.yml": "- {id: a, term: A, definition: 👉\"See [b](http://example.org/).\"👈}\n",
        "content/data/support-lines.yml": """
        - id: line
          country: GB
          name: A line
          kind: crisis
          phone: "116123"
          display: 116 123
          url: 👉http://example.org/line👈
          evidence: http://example.org/evidence
          verified: 2026-11-01

        """,
        "content/a.md": """
        Ünïcödé: the [service](👉http://example.org/a👈) and [this one](👉HTTP://example.org/👈 "a title").

        - 👉http://example.org/bare👈
        - <👉http://example.org/angle👈>
        - 👉www.example.org👈

        > [*words*
        > on two lines](👉http://example.org/x👈)

        | A |
        |---|
        | [http://example.org/t](<👉http://example.org/t👈>) |
        | 👉[escaped](http://example.org/\\_a)👈 |

        👉[By reference][1]👈

        [1]: http://example.org/1
        """,
      ])
  }

  @Test func otherLinksAreFine() async throws {
    try await findings(
      of: .insecureLink,
      [
        "content/a.md":
          "[a](https://example.org/?u=http://example.org/) [b](tel:112) [c](http://abc.onion/x) `http://example.org`\n"
      ])
  }
}
