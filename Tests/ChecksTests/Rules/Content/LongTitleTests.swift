import Diagnostics
import Testing

@testable import Checks

@Suite struct LongTitleTests {
  @Test func titlesOfMoreThanSixtyLettersAreReported() async throws {
    let found = try await findings(
      of: .longTitle,
      [
        "content/a.md": "---\ntitle: 👉\(String(repeating: "ä", count: 61))👈\n---\nText.\n",
        "content/b.md": "---\ntitle: \(String(repeating: "ä", count: 60))\n---\nText.\n",
        "content/c.md": "---\ntitle: 👉\(String(repeating: "膀", count: 31))👈\n---\nText.\n",
        "content/d.md": "---\ntitle: \(String(repeating: "膀", count: 30))\n---\nText.\n",
        "content/e.md":
          "---\ntitle: 👉\"What the studies say about ketamine for depression, and what they do not\"👈\n---\nText.\n",
      ])
    #expect(found.map(\.message).contains("the title takes the room of 62 letters, 60 are shown"))
  }
}
