import Diagnostics
import Testing

@testable import Checks

@Suite struct LargeFileTests {
  @Test func largePicturesAreReportedOnce() async throws {
    let found = try await findings(
      of: .largeFile,
      [
        "content/b.svg": String(repeating: "x", count: 60_001), "content/c.png": String(repeating: "x", count: 100_001),
        "content/d.JPG": String(repeating: "x", count: 150_001), "content/e.svg": String(repeating: "x", count: 60_000),
        "content/f.webp": String(repeating: "x", count: 150_000),
        "content/g.pdf": String(repeating: "x", count: 900_000),
        "content/a.md":
          "Über ![The bladder](👉b.svg👈), ![again](b.svg) ![c](👉./c.png👈 \"title\")\n\n- ![d](👉d.JPG👈) "
          + "![e](e.svg) ![f](f.webp) [g](g.pdf)\n",
        "content/z.md": "![again](b.svg)\n",
      ])
    #expect(found.first?.message == "the file of this picture has 60 kB, more than 60 kB")
  }
}
