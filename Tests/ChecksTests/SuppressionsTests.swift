import Diagnostics
import Testing

@testable import Checks

/// Comments that silence rules, in every kind of file.
@Suite struct SuppressionsTests {
  private func found(_ files: [String: String]) async throws -> [String] {
    try await MarkedSite(files).found(by: Check.all).filter {
      ["link/missing-page", "content/raw-html"].contains($0.rule) || $0.rule.hasPrefix("suppression/")
    }
    .map { "\($0.location.line):\($0.location.column) \($0.rule)" }
  }

  private func page(_ text: String) async throws -> [String] { try await found(["content/a.md": text]) }

  @Test func aCommentSpeaksOfTheBlockAfterIt() async throws {
    #expect(
      try await page("<!-- sitegen-ignore link/missing-page: it will come -->\n\n[x](no.md)\n\n[y](no.md)\n")
        == ["8:1 link/missing-page"])
    #expect(
      try await page("<!-- sitegen-ignore link/missing-page: it will come -->\n- [x](no.md)\n- [y](no.md)\n").isEmpty)
  }

  @Test func severalCommentsMaySpeakOfOneBlock() async throws {
    #expect(
      try await page(
        "<!-- sitegen-ignore link/missing-page: it will come -->\n<!-- sitegen-ignore content/raw-html: a test -->\n\n[x](no.md) <b>\n"
      ).isEmpty)
    #expect(
      try await page("<!-- sitegen-ignore link/missing-page, content/raw-html: a test -->\n\n[x](no.md) <b>\n").isEmpty)
  }

  @Test func withinAParagraphItSpeaksOfThat() async throws {
    #expect(
      try await page("One\n<!-- sitegen-ignore link/missing-page: it will come --> [x](no.md)\n\n[y](no.md)\n")
        == ["7:1 link/missing-page"])
    #expect(
      try await page(
        "| a | b |\n|---|---|\n| <!-- sitegen-ignore link/missing-page: soon --> | [x](no.md) |\n| c | [y](no.md) |\n")
        == ["7:7 link/missing-page"])
  }

  @Test func frontMatterSpeaksOfThePageAsAWhole() async throws {
    let text = "---\ntitle: A\n# sitegen-ignore content/duplicate-title: both are the same thing\n---\nText.\n"
    let marked = try MarkedSite(["content/a.md": "---\ntitle: A\n---\nText.\n", "content/b.md": text])
    #expect(try await marked.found(by: [.duplicateTitle, .unusedSuppression]).isEmpty)
  }

  @Test func withoutAReasonNothingIsSilent() async throws {
    #expect(
      try await page("<!-- sitegen-ignore link/missing-page -->\n\n[x](no.md)\n") == [
        "4:1 suppression/no-reason", "6:1 link/missing-page",
      ])
  }

  @Test func commentsThatSilenceNothingAreReported() async throws {
    #expect(
      try await page(
        "<!-- sitegen-ignore link/missing-page: gone -->\n\nText.\n\n<!-- sitegen-ignore link/nothing: x -->\n")
        == ["4:1 suppression/unused", "8:1 suppression/unknown-rule"])
  }

  @Test func dataFilesHaveCommentsOfTheirOwn() async throws {
    let glossary = """
      - {id: a, term: A, definition: "[x](glossary:no)"}
      # sitegen-ignore content/glossary-link: it will come
      - id: b
        term: B
        definition: "[x](glossary:no)"
      - {id: c, term: C, definition: "[x](glossary:no)"}

      """
    let all = try await MarkedSite(["content/data/glossary.yml": glossary]).found(by: [.glossaryLink])
    #expect(all.map(\.location.line) == [1, 6])
  }

  @Test func theCommentIsNoPartOfThePage() async throws {
    let marked = try MarkedSite([
      "content/a.md": "<!-- sitegen-ignore link/missing-page: soon -->\n\n[x](no.md)\n\n<!-- kept -->\n"
    ])
    let page = try await marked.input().0.site.pages[0]
    #expect(page.document.nodes.filter { $0.kind == .htmlBlock }.count == 1)
    #expect(page.parsed.suppressions.count == 1)
  }
}
