import Testing

@testable import Pipeline

/// One broken rule must not hide what the others find.
@Suite struct RuleWatchTests {
  private func check(_ faults: String...) throws -> ChildProcess.Outcome {
    let site = try SmallSite([
      "content/a.md": SmallSite.page("A", "[x](nowhere.md)\n"),
      "content/b.md": SmallSite.page("B", "[y](nothing.md)\n"),
    ])
    let program = ChildProcess.sitegen.replacing("/sitegen", with: "/FaultyChecks")
    return try ChildProcess(program, [site.folder.path] + faults).wait()
  }

  @Test(arguments: ["crash", "overflow", "hang"])
  func theOthersFindEverything(_ fault: String) throws {
    let run = try check(fault)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("content/a.md:4:1: error[link/missing-page]"))
    #expect(run.output.contains("content/b.md:4:1: error[link/missing-page]"))
    let what = fault == "hang" ? "did not come to an end" : "broke down"
    #expect(run.output.contains("content/b.md: error[internal/failed-rule]: the check 'faulty/\(fault)' \(what) here"))
  }

  @Test func severalBrokenRulesAreAllNamed() throws {
    let run = try check("crash", "hang", "overflow")
    for fault in ["crash", "hang", "overflow"] { #expect(run.output.contains("the check 'faulty/\(fault)'")) }
    #expect(run.output.contains("content/a.md:4:1: error[link/missing-page]"))
  }

  @Test func rulesThatDoNotBreakAreNotNamed() throws {
    let site = try SmallSite()
    let program = ChildProcess.sitegen.replacing("/sitegen", with: "/FaultyChecks")
    let run = try ChildProcess(program, [site.folder.path, "crash"]).wait()
    #expect(run.status == 0)
    #expect(!run.output.contains("internal/failed-rule"))
  }
}
