import Foundation
import Testing

@testable import Pipeline

@Suite struct ListAndCleanTests {
  private let site: SmallSite
  private var root: String { site.folder.path }

  init() throws { site = try SmallSite() }

  @Test func listPrintsPagesToStandardOutput() throws {
    try site.folder.write(
      SmallSite.page("A, with \"quotes\"", "Text.\n", "review: {state: compiled, on: 2026-01-01, due: 2026-11-21}\n"),
      to: "content/a.md")
    try site.folder.write(SmallSite.page("Draft", "Text.\n", "status: draft\n"), to: "content/d.md")
    let text = try ChildProcess.sitegen("list", root)
    #expect(text.errors.isEmpty)
    #expect(
      text.output == """
        content/a.md      /a/  published  2026-11-21  A, with "quotes"
        content/d.md      /d/  draft      -           Draft
        content/index.md  /    published  -           Home

        """)
    let csv = try ChildProcess.sitegen("list", root, "--format", "csv")
    #expect(
      csv.output.hasPrefix(
        "path,address,status,due,title\ncontent/a.md,/a/,published,2026-11-21,\"A, with \"\"quotes\"\"\"\n"))
    let json = try ChildProcess.sitegen("list", root, "--format", "json")
    let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((parsed?["pages"] as? [Any])?.count == 3)
    #expect(try ChildProcess.sitegen("list", root, "--drafts").output == "content/d.md  /d/  draft  -  Draft\n")

    func due(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Bool {
      try ChildProcess(ChildProcess.sitegen, ["list", root, "--due"] + arguments, environment: environment).wait()
        .output
        .hasPrefix("content/a.md")
    }
    #expect(try due(["--today", "2026-11-21"]))
    #expect(try !due(["--today", "2026-11-20"]))
    #expect(try !due([], ["SOURCE_DATE_EPOCH": "1795219199"]))  // a second before that day, in UTC
    #expect(try due([], ["SOURCE_DATE_EPOCH": "1795219200", "TZ": "America/Los_Angeles"]))
  }

  @Test func listSaysWhatItCouldNotRead() throws {
    try site.folder.write("no front matter\n", to: "content/a.md")
    let run = try ChildProcess.sitegen("list", root)
    #expect(run.status == 1)
    #expect(run.output.contains("content/index.md"))
    #expect(run.errors.contains("content/a.md:1:1: error[content/no-front-matter]"))
  }

  @Test func cleanSaysWhatItRemoved() throws {
    try #require(try ChildProcess.sitegen("build", root).status == 0)
    let run = try ChildProcess.sitegen("clean", root)
    #expect(run.status == 0)
    #expect(run.errors == "Removed 1 files from \(root)/public.\n")
    #expect(run.output.isEmpty)
    #expect(try ChildProcess.sitegen("clean", root, "--quiet").errors.isEmpty)
  }
}
