import Diagnostics
import Testing

@testable import Checks

@Suite struct UnknownSupportLineTests {
  @Test func servicesThatTheRegisterDoesNotHaveAreReported() async throws {
    let found = try await findings(
      of: .unknownSupportLine,
      [
        "content/data/support-lines.yml": """
        - id: gb-samaritans
          country: GB
          name: Samaritans
          kind: listening
          phone: "116123"
          display: 116 123
          evidence: https://example.com/
          verified: 2026-11-21
        """,
        "content/a.md": "Ring [](support:gb-samaritans), 👉[](support:gb-samaritan)👈 or 👉[them](support:xx)👈.\n",
      ])
    #expect(
      found.map(\.help) == [
        "the nearest is 'gb-samaritans'", "add it to content/data/support-lines.yml with its evidence",
      ])
  }
}
