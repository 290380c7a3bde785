import Content
import Diagnostics
import ExternalLinks
import TestSupport
import Testing

@testable import Pipeline

/// `check --external` on a site on disk, with a network that is made up.
@Suite struct ExternalCheckTests {
  private let site: SmallSite

  init() throws {
    site = try SmallSite([
      "content/index.md": SmallSite.page("Home", "[a](https://a.example/x) [b](http://b.example/y#z)\n"),
      "content/help/page.md": SmallSite.page("Help", "[c](https://c.example/)\n"),
    ])
  }

  private func check(
    _ today: String, paths: [String] = [], _ answer: @escaping @Sendable (LinkRequest) -> LinkAnswer
  ) async throws -> Build.Result {
    var options = Build.Options(root: site.folder.path)
    var external = ExternalCheck.Options()
    external.paths = paths
    options.external = ExternalCheck(today: try #require(CalendarDay(today)), external) { SimulatedNetwork(answer) }
    return await Build(options).check()
  }

  private func lock() throws -> [Substring] {
    try site.folder.text("links.lock").split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  private func found(_ result: Build.Result) -> [String] {
    result.diagnostics.map { "\($0.location.file):\($0.location.line):\($0.location.column) \($0.rule)" }
  }

  /// What the servers say on a bad day.
  @Sendable private static func badDay(_ request: LinkRequest) -> LinkAnswer {
    switch request.address.host {
    case "a.example": LinkAnswer(.status(404))
    case "b.example" where request.address.text.hasPrefix("http:"):
      LinkAnswer(.status(301), redirect: "https://b.example/y")
    case "b.example": LinkAnswer(.status(200))
    default: LinkAnswer(.timeout(isConnected: false))
    }
  }

  @Test func aSiteIsAskedForOverSeveralDays() async throws {
    let first = try await check("2026-11-01", Self.badDay)
    #expect(first.external == .init(good: 1, failed: 1, unknown: 1))
    #expect(found(first) == ["content/index.md:4:5 link/failing", "content/index.md:4:30 link/moved"])
    #expect(first.diagnostics.last?.edits.first?.replacement == "https://b.example/y#z")
    #expect(
      try lock() == [
        "http://b.example/y status=200 good=2026-11-01",
        "https://a.example/x status=404 failures=1 since=2026-11-01 until=2026-11-01",
        "https://c.example/ status=timeout",
      ])
    _ = try await check("2026-11-02", Self.badDay)
    let third = try await check("2026-11-03", Self.badDay)
    #expect(found(third) == ["content/index.md:4:5 link/dead", "content/index.md:4:30 link/moved"])
    #expect(!third.diagnostics.hasErrors())
    let good = try await check("2026-11-04") { _ in LinkAnswer(.status(200)) }
    #expect(good.diagnostics.isEmpty)
    #expect(try lock().last == "https://c.example/ status=200 good=2026-11-04")
  }

  @Test func settingsAndCommentsHaveTheirSay() async throws {
    try site.folder.write(
      SmallSite.page(
        "Home", "<!-- sitegen-ignore link/failing: our partner rebuilds its site -->\n[a](https://a.example/x)\n"),
      to: "content/index.md")
    #expect(try await check("2026-11-01", Self.badDay).diagnostics.isEmpty)
    // The comment is not called needless by those who do not ask.
    #expect(await Build(Build.Options(root: site.folder.path)).check().diagnostics.isEmpty)
    try site.folder.write(
      SmallSite.plainSettings
        + "checks: {link/dead: error, link/insecure: off, link/orphan: off, content/missing-description: off}\n",
      to: "sitegen.yml")
    for day in ["2026-11-02", "2026-11-03"] {
      let result = try await check(day, Self.badDay)
      #expect(result.diagnostics.map(\.severity) == (day == "2026-11-03" ? [.error] : []))
    }
  }

  @Test func onlyWhatIsNamedIsAskedFor() async throws {
    _ = try await check("2026-11-01", Self.badDay)
    let result = try await check("2026-11-02", paths: ["content/help"]) { _ in LinkAnswer(.status(200)) }
    #expect(result.external == .init(good: 1))
    #expect(
      try lock() == [
        "http://b.example/y status=200 good=2026-11-01",
        "https://a.example/x status=404 failures=1 since=2026-11-01 until=2026-11-01",
        "https://c.example/ status=200 good=2026-11-02",
      ])
    #expect(try await check("2026-11-02", paths: ["content/nothing"], Self.badDay).external == .init())
  }

  @Test func withoutANetworkNothingIsCounted() async throws {
    _ = try await check("2026-11-01", Self.badDay)
    let before = try lock()
    let result = try await check("2026-11-02") { _ in LinkAnswer(.noSuchHost) }
    #expect(found(result) == ["links.lock:0:0 link/not-checked"])
    #expect(result.external == nil)
    #expect(try lock() == before)
  }

  @Test func aSiteWithoutLinksNeedsNoFile() async throws {
    try site.folder.write(SmallSite.page("Home", "Text.\n"), to: "content/index.md")
    try site.folder.remove("content/help")
    #expect(try await check("2026-11-01", Self.badDay).diagnostics.isEmpty)
    #expect(!site.folder.exists("links.lock"))
  }

  @Test func theCommandAsksOrSaysWhatItLacks() throws {
    // Nobody listens at port 1, so no server answers.
    try site.folder.write(SmallSite.page("Home", "[a](http://127.0.0.1:1/)\n"), to: "content/index.md")
    try site.folder.remove("content/help")
    let run = try ChildProcess.sitegen(
      "check", "--root", site.folder.path, "--external", "--format", "concise", environment: ["NO_PROXY": "*"])
    if (try? CurlTransport.load()) == nil {
      #expect(run.status == 3)
      #expect(run.errors.contains("libcurl"))
    } else {
      #expect(run.status == 0)
      #expect(
        run.errors == """
          links.lock: warning[link/not-checked]: no server answered, so nothing is counted

          """)
    }
    #expect(!site.folder.exists("links.lock"))
  }

  @Test func noOtherRunAsksAnybody() async throws {
    var options = Build.Options(root: site.folder.path)
    struct Asked: Error {}
    options.external = ExternalCheck(today: try #require(CalendarDay("2026-11-01"))) { throw Asked() }
    _ = try await Build(options).run()
    #expect(!site.folder.exists("links.lock"))
  }
}
