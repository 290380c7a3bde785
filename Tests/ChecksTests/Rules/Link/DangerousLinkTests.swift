import Diagnostics
import Testing

@testable import Checks

@Suite struct DangerousLinkTests {
  @Test func linksThatRunCodeAreReported() async throws {
    try await findings(
      of: .dangerousLink,
      [
        "content/a.md": """
        Press 👉[here](javascript:alert(1))👈, or 👉[here *now*](JavaScript:x)👈, or 👉[there](data:text/html,x)👈.

        - 👉[a file](file:///etc/passwd)👈
        - 👉[a script](vbscript:x)👈
        """
      ])
  }

  @Test func addressesOfOtherKindsAreFine() async throws {
    try await findings(
      of: .dangerousLink,
      [
        "content/a.md":
          "[a](https://example.com/javascript:x) [b](mailto:a@b.c) [c](tel:+44123) <https://example.com/>\n"
      ])
  }
}
