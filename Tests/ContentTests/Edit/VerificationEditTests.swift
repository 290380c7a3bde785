import Testing

@testable import Content

@Suite struct VerificationEditTests {
  private func verified(_ source: String, id: String = "a", by name: String = "Jo Bloggs") throws -> String? {
    let day = try #require(CalendarDay("2026-11-21"))
    return VerificationEdit.write(id, on: day, by: name, into: Array(source.utf8)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test func onlyTheDayAndTheNameChange() throws {
    let text = """
      # The register.
      - id: b
        name: Ünïcödé
        verified: 2026-01-01

      - id: a
        name: "A"  # a comment
        verified: 2026-01-01   # read by phone
        # the last line
      - id: c
        verified: 2026-01-01

      """
    let new = text.replacing(
      "2026-01-01   # read by phone", with: "2026-11-21   # read by phone\n  verifiedBy: Jo Bloggs")
    #expect(try verified(text) == new)
    // A second time there is a name to replace.
    #expect(try verified(new, by: "J. Doe, RN") == new.replacing("Jo Bloggs", with: "\"J. Doe, RN\""))
    #expect(try verified(new) == new)
  }

  @Test(arguments: [
    ("- {id: a, verified: 2026-01-01, name: A}\n", "- {id: a, verified: 2026-11-21, verifiedBy: Jo Bloggs, name: A}\n"),
    ("- verified: '2026-01-01'\n  id: a", "- verified: 2026-11-21\n  verifiedBy: Jo Bloggs\n  id: a"),
    (
      "- verifiedBy: \"X\"\n  id: a\n  verified: 2026-01-01\n",
      "- verifiedBy: Jo Bloggs\n  id: a\n  verified: 2026-11-21\n"
    ),
    ("- id: a\n  verified: 2026-01-01", "- id: a\n  verified: 2026-11-21\n  verifiedBy: Jo Bloggs"),
  ])
  func everyWayOfWritingIsKept(_ old: String, _ new: String) throws { #expect(try verified(old) == new) }

  @Test func anEntryThatIsNotThereIsNotWritten() throws {
    #expect(try verified("- {id: b, verified: 2026-01-01}\n") == nil)
    #expect(try verified("- {id: a}\n") == nil)
    #expect(try verified("[\n") == nil)
  }
}
