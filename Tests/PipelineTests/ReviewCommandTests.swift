import Content
import Foundation
import Testing

@testable import Pipeline

@Suite struct ReviewCommandTests {
  private let site: SmallSite
  private var root: String { site.folder.path }

  init() throws {
    site = try SmallSite([
      "content/risks/bladder.md": SmallSite.page(
        "Bladder", "Needing to wee often.\n\nBlood in the urine.\n",
        "review: {state: compiled, on: 2026-01-01, due: 2026-11-21}\n"),
      "content/d.md": SmallSite.page("Draft", "Text.\n", "status: draft\n"),
      "content/data/support-lines.yml": Self.register,
    ])
  }

  private static let register = """
    # The register.
    - id: gb-samaritans
      country: GB
      name: Samaritans
      kind: suicide-crisis
      phone: "116123"
      display: 116 123
      evidence: https://www.samaritans.org/
      verified: 2026-08-30 # on the telephone

    """

  @discardableResult
  private func sign(_ page: String = "content/risks/bladder.md", _ more: String...) throws -> ChildProcess.Outcome {
    let arguments = ["review", "sign", page, "--by", "A. Example", "--role", "GP", "--on", "2026-11-21"]
    return try ChildProcess(ChildProcess.sitegen, arguments + ["--root", root] + more).wait()
  }

  // MARK: status and due

  @Test func statusTellsTheStateOfEveryPage() throws {
    try sign()
    try site.folder.write(
      SmallSite.page("Kidney", "Text.\n", "review: {state: compiled, on: 2026-11-01}\n"), to: "content/risks/kidney.md")
    let run = try ChildProcess.sitegen("review", "status", root)
    #expect(
      run.output == """
        content/index.md          none      -           -               -           -
        content/risks/bladder.md  reviewed  2026-11-21  A. Example, GP  2027-11-21  unchanged
        content/risks/kidney.md   compiled  2026-11-01  -               -           -

        """)
    #expect(run.errors.isEmpty && run.status == 0)
    let json = try ChildProcess.sitegen("review", "status", root, "--format", "json").output
    let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect((parsed?["pages"] as? [Any])?.count == 3)
    #expect(json.contains("\"by\":\"A. Example\",\"role\":\"GP\",\"due\":\"2027-11-21\",\"changed\":false}"))
  }

  @Test func dueListsPagesAndHelplines() throws {
    func due(_ today: String, _ more: String...) throws -> String {
      try ChildProcess(ChildProcess.sitegen, ["review", "due", root, "--today", today] + more).wait().output
    }
    #expect(try due("2026-11-20").isEmpty)
    #expect(try due("2026-11-21") == "2026-11-21  page  content/risks/bladder.md  Bladder\n")
    #expect(
      try due("2026-12-01") == """
        2026-11-21  page          content/risks/bladder.md  Bladder
        2026-11-30  support-line  gb-samaritans             Samaritans

        """)
    #expect(try due("2026-11-20", "--next") == "2026-11-21\n")
    #expect(try due("2026-11-21", "--next") == "2026-11-30\n")
    let none = try ChildProcess.sitegen("review", "due", root, "--today", "2026-11-30", "--next")
    #expect(none.output.isEmpty && none.status == 0)
    #expect(none.errors == "Nothing falls due after 2026-11-30.\n")
    let json =
      try JSONSerialization.jsonObject(
        with: Data(try due("2026-12-01", "--format", "json").utf8)) as? [String: Any]
    #expect((json?["due"] as? [[String: String]])?.map { $0["id"] } == ["content/risks/bladder.md", "gb-samaritans"])
  }

  @Test func theCalendarHoldsEveryDay() throws {
    try site.folder.write(
      SmallSite.page(
        "Größe, Maß; und ein sehr langer Titel, der über das Ende der Zeile hinausgeht", "Text.\n",
        "review: {state: compiled, on: 2026-01-01, due: 2028-02-29}\n"), to: "content/long.md")
    func calendar() throws -> String {
      try ChildProcess.sitegen("review", "due", root, "--format", "ics", "--today", "2026-01-01").output
    }
    let text = try calendar()
    let lines = text.replacing("\r\n", with: "\n").split(separator: "\n")
    #expect(text.utf8.count { $0 == 10 } == text.utf8.count { $0 == 13 })
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    let unfolded = text.replacing("\r\n ", with: "")
    #expect(unfolded.contains("DTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n"))
    #expect(
      unfolded.contains("SUMMARY:Review: Größe\\, Maß\\; und ein sehr langer Titel\\, der über das Ende der Zeile"))
    #expect(unfolded.contains("SUMMARY:Verify: Samaritans\r\n"))
    let uids = Set(unfolded.split(separator: "\r\n").filter { $0.hasPrefix("UID:") })
    #expect(uids.count == 3 && uids.allSatisfy { $0.hasSuffix("@example.org") })
    // A day that moves keeps its event.
    try sign()
    #expect(
      Set(try calendar().replacing("\r\n ", with: "").split(separator: "\r\n").filter { $0.hasPrefix("UID:") }) == uids)
  }

  // MARK: sign

  @Test func signingWritesTheReviewAndNothingElse() throws {
    let run = try sign()
    #expect(
      run.errors
        == "Signed content/risks/bladder.md: reviewed on 2026-11-21 by A. Example, GP. "
        + "The next review is due on 2027-11-21.\n"
    )
    #expect(run.status == 0 && run.output.isEmpty)
    let text = try site.folder.text("content/risks/bladder.md")
    #expect(
      text.hasPrefix(
        """
        ---
        title: Bladder
        review:
          state: reviewed
          on: 2026-11-21
          due: 2027-11-21
          by: A. Example
          role: GP
          content: sha256:
        """))
    #expect(text.hasSuffix("\n---\nNeeding to wee often.\n\nBlood in the urine.\n"))
    #expect(
      try ChildProcess.sitegen("check", "--root", root, "--only", "review", "--today", "2026-11-21").errors.contains(
        "review/changed") == false)
    let before = try site.folder.identity("content/risks/bladder.md")
    try sign()
    #expect(try site.folder.identity("content/risks/bladder.md") == before)
    try sign("risks/bladder", "--due", "2027-02-21")
    #expect(try site.folder.text("content/risks/bladder.md").contains("  due: 2027-02-21\n"))
    #expect(!site.folder.exists("content/risks/bladder.md.sitegen-new"))
  }

  @Test(arguments: [
    ("risks/blader", "did you mean 'content/risks/bladder.md'"), ("bladder", "did you mean 'content/risks/bladder.md'"),
    ("xyzzy/quux.md", "`sitegen list` shows all pages"),
  ])
  func anUnknownPageIsToldTheNearest(_ name: String, _ help: String) throws {
    let run = try sign(name)
    #expect(run.status == 2)
    #expect(run.errors.contains("there is no page '\(name)'; \(help)"), "\(run.errors)")
  }

  @Test func pagesAreNamedAsPeopleNameThem() throws {
    for name in ["content/index.md", "/", "d", "./content/d.md", "/risks/bladder/", root + "/content/risks/bladder.md"]
    {
      #expect(try sign(name).status == 0, "\(name)")
    }
  }

  @Test func aSignatureNeedsANameARoleAndDaysInOrder() throws {
    for arguments in [
      ["--role", "GP"], ["--by", "A"], ["--by", " ", "--role", "GP"], ["--by", "A\nB", "--role", "GP"],
      ["--by", "A", "--role", "GP", "--on", "today"],
      ["--by", "A", "--role", "GP", "--on", "2026-11-21", "--due", "2026-11-20"],
    ] {
      let run = try ChildProcess(ChildProcess.sitegen, ["review", "sign", "risks/bladder", "--root", root] + arguments)
        .wait()
      #expect(run.status == 2, "\(arguments): \(run.errors)")
    }
    #expect(try site.folder.text("content/risks/bladder.md").contains("state: compiled"))
  }

  @Test func aPageThatIsWrongIsNotSigned() throws {
    try site.folder.write("---\ntitel: Bladder\n---\nText.\n", to: "content/risks/bladder.md")
    let run = try sign()
    #expect(run.status == 1)
    #expect(try site.folder.text("content/risks/bladder.md") == "---\ntitel: Bladder\n---\nText.\n")
  }

  // MARK: diff

  private func git(_ arguments: String...) throws {
    let identity = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
    let run = try ChildProcess("/usr/bin/env", ["git", "-C", root] + identity + arguments).wait()
    try #require(run.status == 0, "\(run.errors)")
  }

  @Test func diffShowsWhatChangedSinceItWasSigned() throws {
    try git("init", "--quiet")
    try sign()
    try git("add", ".")
    try git("commit", "--quiet", "-m", "Signed")
    let same = try ChildProcess.sitegen("review", "diff", "risks/bladder", "--root", root)
    #expect(same.output.isEmpty && same.status == 0)
    #expect(same.errors == "content/risks/bladder.md has not changed since it was signed.\n")

    let text = try site.folder.text("content/risks/bladder.md")
    try site.folder.write(text.replacing("often", with: "seldom"), to: "content/risks/bladder.md")
    try git("commit", "--quiet", "-am", "Change")
    // The file has another name by now, and the change that follows is not committed.
    try git("mv", "content/risks/bladder.md", "content/risks/größe.md")
    try git("commit", "--quiet", "-m", "Rename")
    try site.folder.write(
      text.replacing("often", with: "seldom").replacing("title: Bladder", with: "tags: [a]\ntitle: The bladder"),
      to: "content/risks/größe.md")
    let run = try ChildProcess.sitegen("review", "diff", "content/risks/größe.md", "--root", root)
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first?.hasPrefix("--- content/risks/größe.md (signed on 2026-11-21, commit ") == true)
    #expect(
      lines.dropFirst().joined(separator: "\n") == """
        +++ content/risks/größe.md (now)
        @@ -2 +3 @@
        -title: Bladder
        +title: The bladder
        @@ -11,3 +12,3 @@
        -Needing to wee often.
        +Needing to wee seldom.
         
         Blood in the urine.

        """)
    #expect(try ChildProcess.sitegen("review", "status", root).output.contains("2027-11-21  changed\n"))
  }

  @Test func diffSaysWhatIsMissing() throws {
    func diff() throws -> ChildProcess.Outcome {
      try ChildProcess.sitegen(
        "review", "diff", "risks/bladder", "--root", root, environment: ["GIT_CEILING_DIRECTORIES": "/"])
    }
    let unsigned = try diff()
    #expect(unsigned.status == 1 && unsigned.errors.contains("nobody has signed this page"))
    try sign()
    let text = try site.folder.text("content/risks/bladder.md")
    try site.folder.write(text + "More.\n", to: "content/risks/bladder.md")
    let outside = try diff()
    #expect(outside.status == 3 && outside.errors.contains("git cannot be asked for earlier texts"))
    try git("init", "--quiet")
    try git("commit", "--quiet", "--allow-empty", "-m", "Empty")
    #expect(try diff().errors.contains("this page has never been committed"))
    try git("add", ".")
    try git("commit", "--quiet", "-m", "Late")
    let lost = try diff()
    #expect(lost.status == 1)
    #expect(lost.errors.contains("none of the 1 commits of this page has the text that was signed on 2026-11-21"))
    let nowhere = try ChildProcess.sitegen(
      "review", "diff", "risks/bladder", "--root", root, environment: ["PATH": "/nowhere"])
    #expect(nowhere.status == 3)
  }

  // MARK: support verify

  @Test func verifyingWritesTheDayAndTheName() throws {
    let run = try ChildProcess.sitegen(
      "support", "verify", "gb-samaritans", "--on", "2026-11-21", "--by", "Jo Bloggs", "--root", root)
    #expect(run.errors == "Verified gb-samaritans (Samaritans) on 2026-11-21. The next look is due on 2027-02-21.\n")
    #expect(
      try site.folder.text("content/data/support-lines.yml")
        == Self.register.replacing(
          "2026-08-30 # on the telephone", with: "2026-11-21 # on the telephone\n  verifiedBy: Jo Bloggs"))
    let wrong = try ChildProcess.sitegen(
      "support", "verify", "gb-samaritan", "--on", "2026-11-21", "--by", "J", "--root", root)
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("there is no support line 'gb-samaritan'; did you mean 'gb-samaritans'"))
  }

  @Test func optionsMayStandBeforeAGroup() throws {
    let run = try ChildProcess.sitegen("--root", root, "review", "due", "--next", "--today", "2026-11-20")
    #expect(run.output == "2026-11-21\n")
    #expect(try ChildProcess.sitegen("review").output.contains("SUBCOMMANDS"))
  }

  @Test func wordsOfAGroupAreToldTheNearest() throws {
    #expect(try ChildProcess.sitegen("review", "stauts").errors.contains("did you mean 'status'"))
    #expect(try ChildProcess.sitegen("support", "verfy").errors.contains("did you mean 'verify'"))
  }
}
