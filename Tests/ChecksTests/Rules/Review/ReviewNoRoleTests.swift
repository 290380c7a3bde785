import Testing

@testable import Checks

@Suite struct ReviewNoRoleTests {
  @Test func reviewersWithoutARoleAreReported() async throws {
    let found = try await findings(
      of: .reviewNoRole,
      [
        "content/a.md": "---\ntitle: A\nreview: {state: reviewed, on: 2026-11-21, by: 👉Zoë Example👈}\n---\nText.\n",
        "content/b.md":
          "---\ntitle: B\nreview: {state: compiled, on: 2026-11-21, by: 👉\"A. B.\"👈, role: \" \"}\n---\nText.\n",
        "content/c.md": "---\ntitle: C\nreview: {state: reviewed, on: 2026-11-21, by: A. B., role: GP}\n---\nText.\n",
        "content/d.md": "---\ntitle: D\nreview: {state: compiled, on: 2026-11-21}\n---\nText.\n",
      ])
    #expect(found.first?.message == "nothing says in what role 'Zoë Example' reviewed this page")
  }
}
