import Diagnostics
import Testing

@testable import Checks

@Suite struct RawHTMLTests {
  @Test func htmlIsReportedWhereItStarts() async throws {
    try await findings(
      of: .rawHTML,
      [
        "content/a.md":
          "Press 👉<kbd>👈K</kbd> or 👉<br/>👈 it.\n\n<!-- a comment is fine -->\n\n- 👉<i class=\"x\">👈a</i>\n\n`<b>` and \\<b> are text.\n"
      ])
  }

  @Test func aClosingTagAloneIsReported() async throws {
    try await findings(of: .rawHTML, ["content/a.md": "Text 👉</b>👈.\n"])
  }

  @Test func pagesThatMayHoldHTMLHoldNoScripts() async throws {
    let found = try await findings(
      of: .rawHTML,
      [
        "sitegen.yml": MarkedSite.settings + "rawHTML: [a.md]\n",
        "content/a.md": "Press <kbd>K</kbd>, 👉<script>👈alert(1)</script>.\n", "content/b.md": "Press 👉<kbd>👈K</kbd>.\n",
      ])
    #expect(found.map(\.message) == ["a script may not stand in a page", "raw HTML is not allowed in this page"])
  }
}
