import Testing

@testable import Checks

@Suite struct LongParagraphTests {
  @Test func paragraphsThatFillAScreenAreFound() async throws {
    let sentence = "Ketamine can hurt the bladder, and early signs are easy to miss. "
    let long = String(repeating: sentence, count: 8).dropLast(2)
    try await findings(
      of: .longParagraph,
      [
        "content/page.md": """
        👉\(long)👈.

        - 👉\(long)👈.

        \(String(repeating: sentence, count: 6))

        👉\(String(repeating: "It can hurt you very much. ", count: 12).dropLast(2))👈.
        """
      ])
  }
}
