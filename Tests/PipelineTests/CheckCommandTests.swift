import Testing

@testable import Pipeline

/// `sitegen check` and `sitegen explain` as users meet them.
@Suite struct CheckCommandTests {
  private let site: SmallSite
  private var root: String { site.folder.path }

  init() throws {
    site = try SmallSite([
      "sitegen.yml": SmallSite.plainSettings + "checks: {output: off, content: off, link/orphan: off, language: off}\n",
      "content/index.md": SmallSite.page("Home", "[x](nowhere.md)\n"),
      "content/risks/a.md": SmallSite.page("A", "Text.\n\n[y](nothing.md)\n"),
    ])
  }

  private func check(_ arguments: String...) throws -> ChildProcess.Outcome {
    try ChildProcess(ChildProcess.sitegen, ["check", "--root", root, "--today", "2026-11-21"] + arguments).wait()
  }

  @Test func findingsEndWith1AndNothingIsWritten() throws {
    let before = try site.folder.files()
    let run = try check("--format", "concise")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(
      run.errors == """
        content/index.md:4:1: error[link/missing-page]: no page at 'content/nowhere.md'
        content/risks/a.md:6:1: error[link/missing-page]: no page at 'content/risks/nothing.md'

        """)
    #expect(try site.folder.files() == before)
  }

  @Test func pathsRulesAndGroupsPickFindings() throws {
    #expect(try check("content/risks", "--format", "concise").errors.hasPrefix("content/risks/a.md:6:1"))
    #expect(try check("content/risks/a.md", "--skip", "link/missing-page").status == 0)
    #expect(try check("--skip", "link").status == 0)
    #expect(try check("--only", "link").status == 1)
    #expect(try check("--only", "safety").status == 0)
    let unknown = try check("--only", "lnk")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("there is no rule 'lnk'; did you mean 'link'"))
  }

  @Test func failOnDecidesWhatEndsWith1() throws {
    try site.folder.write(
      SmallSite.plainSettings
        + "checks: {output: off, content: off, link/orphan: off, language: off, link/missing-page: warning}\n",
      to: "sitegen.yml")
    #expect(try check().status == 0)
    #expect(try check("--fail-on", "warning").status == 1)
  }

  @Test func aBaselineHidesWhatItKnowsAndNothingElse() throws {
    try site.folder.write(try check("--format", "json").output, to: "baseline.json")
    let same = try check("--baseline", root + "/baseline.json")
    #expect(same.status == 0)
    #expect(same.errors == "The baseline knows 2 findings.\n")
    try site.folder.write(
      SmallSite.page("A", "A line more.\n\nText.\n\n[y](nothing.md)\n\n[z](no.md)\n"), to: "content/risks/a.md")
    try site.folder.write(SmallSite.page("Home", "Fine.\n"), to: "content/index.md")
    let changed = try check("--baseline", root + "/baseline.json", "--format", "concise")
    #expect(changed.status == 1)
    #expect(
      changed.errors == """
        The baseline knows 1 finding; 1 of its findings are gone, so it can be made anew.
        content/risks/a.md:10:1: error[link/missing-page]: no page at 'content/risks/no.md'

        """)
    #expect(try check("--baseline", root + "/sitegen.yml").status == 2)
  }

  @Test func fixMendsAndDoingItAgainChangesNothing() throws {
    let page = SmallSite.page(
      "A", "## First signs\n\nSee *é* [these](#first-sings), [home](../index.md#wellcome) and [b](/risks/b/).\n")
    try site.folder.write(page, to: "content/risks/a.md")
    try site.folder.write(
      SmallSite.page("B", "See [a](b/a.md) and [those](a.md#frist-signs).\n"), to: "content/risks/b.md")
    try site.folder.write(SmallSite.page("Home", "## Welcome\n\nText.\n"), to: "content/index.md")
    let before = try site.folder.files()
    let dry = try check("--fix", "--dry-run")
    #expect(try site.folder.files() == before)
    #expect(
      dry.output
        == """
        --- a/content/risks/a.md
        +++ b/content/risks/a.md
        @@ -3,4 +3,4 @@
         ---
         ## First signs
         \u{20}
        -See *é* [these](#first-sings), [home](../index.md#wellcome) and [b](/risks/b/).
        +See *é* [these](#first-signs), [home](../index.md#welcome) and [b](b.md).
        --- a/content/risks/b.md
        +++ b/content/risks/b.md
        @@ -1,4 +1,4 @@
         ---
         title: B
         ---
        -See [a](b/a.md) and [those](a.md#frist-signs).
        +See [a](a.md) and [those](a.md#first-signs).

        """.replacing(" \u{20}", with: " "))
    #expect(dry.errors.hasPrefix("Would mend 5 findings in 2 files.\n"))
    let fixed = try check("--fix")
    #expect(fixed.status == 0)
    #expect(fixed.errors == "Mended 5 findings in 2 files.\n")
    let after = try site.folder.files()
    #expect(after != before)
    #expect(try check("--fix").errors == "Mended 0 findings in 0 files.\n")
    #expect(try site.folder.files() == after)
  }

  @Test func explainShowsARuleAGroupOrThePageOfAll() throws {
    let one = try ChildProcess.sitegen("explain", "link/missing-page")
    #expect(one.status == 0)
    #expect(one.output.hasPrefix("link/missing-page (error)\n\nA link to a page that is not there.\n"))
    #expect(one.output.contains("Bad: content/page.md\n  | See [the signs](blader.md).\n"))
    #expect(try ChildProcess.sitegen("explain", "link").output.contains("link/missing-anchor (error)"))
    #expect(try ChildProcess.sitegen("explain", "nothing").status == 2)
    #expect(try ChildProcess.sitegen("explain").status == 2)
  }

  @Test func thePageOfRulesIsTheRulesThemselves() throws {
    let page = try ChildProcess.sitegen("explain", "--all").output
    let folder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let committed = String(decoding: try FileSystem.read(folder + "/docs/rules.md"), as: UTF8.self)
    #expect(committed == page, "make docs writes docs/rules.md anew")
  }
}
