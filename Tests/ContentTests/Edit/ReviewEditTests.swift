import Diagnostics
import Testing

@testable import Content

@Suite struct ReviewEditTests {
  private static let written = """
    review:
      state: reviewed
      on: 2026-11-21
      due: 2027-11-21
      by: Zoë O'Hara
      role: "urology nurse, NHS"
      content: sha256:ab

    """

  private func signed(_ source: String) throws -> String? {
    let (page, _) = PageParser(settings: .plain).parse(Array(source.utf8), path: "content/a.md")
    let (on, due) = try (#require(CalendarDay("2026-11-21")), #require(CalendarDay("2027-11-21")))
    let review = Review.signed(
      by: "Zoë O'Hara", role: "urology nurse, NHS", on: on, due: due, content: "sha256:ab", file: page.path)
    return ReviewEdit.write(review, into: Array(source.utf8), of: page, settings: .plain).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// What stands in the place of the review, and what has to be there after.
  @Test(arguments: [
    ("review: {state: compiled, on: 2026-01-01, due: 2026-11-21}\n", Self.written),
    (
      "review: {state: compiled, on: 2026-01-01}  # by hand\n",
      Self.written.replacing("review:\n", with: "review:  # by hand\n")
    ),
    ("review:\n  state: compiled\n  # a comment\n  on: 2026-01-01\n", Self.written),
    ("review: {\n  state: compiled,\n  on: 2026-01-01\n  }\n", Self.written),
    ("review:\n  state: compiled\n  on: 2026-01-01\n\n# about tags\n", Self.written + "\n# about tags\n"),
    ("review:\n", Self.written),
  ])
  func onlyTheReviewIsReplaced(_ old: String, _ new: String) throws {
    for (before, after) in [
      ("title: \"A: b\"   # the title\n", "tags: [a,  b]\n"), ("title: Ä\ndescription: >-\n  Two\n  lines.\n", ""),
    ] {
      let text = "---\n\(before)\(old)\(after)---\n\nText with review: {in: it}\n\n---\n"
      #expect(try signed(text) == text.replacing(old, with: new))
    }
  }

  @Test func aPageWithoutReviewGetsOneAtTheEnd() throws {
    let text = "---\ntitle: A\n# a comment\n--- \nText.\n"
    #expect(try signed(text) == "---\ntitle: A\n# a comment\n\(Self.written)--- \nText.\n")
    #expect(try signed("---\ntitle: A\n---") == "---\ntitle: A\n\(Self.written)---")
  }

  @Test func signingAgainChangesNothing() throws {
    let once = try #require(try signed("---\ntitle: A\nreview: {state: compiled, on: 2026-01-01}\n---\nText.\n"))
    #expect(try signed(once) == once)
  }

  @Test func frontMatterThatCannotBeCutIsLeftAlone() throws {
    #expect(try signed("---\n{title: A, review: {state: compiled, on: 2026-01-01}}\n---\nText.\n") == nil)
    #expect(try signed("---\n{title: A}\n---\nText.\n") == nil)
    #expect(try signed("Text.\n") == nil)
  }
}
