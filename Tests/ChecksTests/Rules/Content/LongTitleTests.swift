import Diagnostics
import Testing

@testable import Checks

@Suite struct LongTitleTests {
  @Test func titlesOfMoreThanSixtyFiveLettersAreReported() async throws {
    let found = try await findings(
      of: .longTitle,
      [
        "content/a.md": "---\ntitle: 👉\(String(repeating: "ä", count: 66))👈\n---\nText.\n",
        "content/b.md": "---\ntitle: \(String(repeating: "ä", count: 65))\n---\nText.\n",
        "content/c.md": "---\ntitle: 👉\(String(repeating: "膀", count: 33))👈\n---\nText.\n",
        "content/d.md": "---\ntitle: \(String(repeating: "膀", count: 32))\n---\nText.\n",
        "content/e.md":
          "---\ntitle: 👉\"What the studies say about ketamine for depression, and what they do not\"👈\n---\nText.\n",
      ])
    #expect(found.map(\.message).contains("the title takes the room of 66 letters, 65 are shown"))
  }
}
