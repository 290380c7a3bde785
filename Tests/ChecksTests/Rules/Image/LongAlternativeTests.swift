import Diagnostics
import Testing

@testable import Checks

@Suite struct LongAlternativeTests {
  @Test func longAlternativesAreReported() async throws {
    let long = String(repeating: "ä", count: 126)
    let found = try await findings(
      of: .longAlternative,
      [
        "content/b.svg": "<svg/>",
        "content/a.md": """
        Über ![👉\(long)👈](b.svg) and ![\(String(repeating: "ä", count: 125))](b.svg).

        - [![👉\(long.dropLast(2)) &amp;👈](b.svg)](index.md)
        """,
      ])
    #expect(found.first?.message == "the text alternative has 126 letters, 125 are enough")
  }

  @Test func oneSentenceIsFine() async throws {
    try await findings(
      of: .longAlternative,
      [
        "content/b.svg": "<svg/>",
        "content/a.md":
          "![Kidneys, ureters and bladder, labelled with the harm to each, above three boxes of warning signs "
          + "in order.](b.svg)\n",
      ])
  }
}
