import Checks
import Content
import Testing

@testable import Pipeline

/// What a preview shows after each change, and what it keeps.
@Suite struct LiveSiteTests {
  @Test func theFirstLookShowsWhatABuildMakes() async throws {
    let site = try SmallSite.ofEverything()
    try await site.build()
    let state = await LivePreview(site).refresh()
    #expect(files(state) == (try site.output().filter { $0.key != "manifest.sha256" }))
  }

  @Test func nothingIsDoneWhenNothingHasChanged() async throws {
    let live = LiveSite(Build.Options(root: try SmallSite().folder.path))
    #expect(await live.look())
    _ = await live.rebuild()
    #expect(await live.look() == false)
  }

  @Test func onlyChangedPagesAreParsedAgain() async throws {
    let site = try SmallSite([
      "content/a.md": SmallSite.page("A", "One.\n"), "content/b.md": SmallSite.page("B", "Two.\n"),
    ])
    let preview = LivePreview(site)
    let before = await preview.refresh().pages
    try site.folder.write(SmallSite.page("A", "Three.\n"), to: "content/a.md")
    let after = await preview.refresh().pages
    #expect(before.map(\.path) == ["content/a.md", "content/b.md", "content/index.md"])
    #expect(zip(before, after).map { $0 === $1 } == [false, true, true])
  }

  @Test func aFileThatIsWrittenWithTheSameBytesIsNoChange() async throws {
    let site = try SmallSite(["content/a.md": SmallSite.page("A", "One.\n")])
    let live = LivePreview(site)
    // Written anew shortly before the look, so that its bytes are compared from now on.
    await live.refresh()
    try site.folder.write(SmallSite.page("A", "Two.\n"), to: "content/a.md")
    await live.refresh()
    try site.folder.write(SmallSite.page("A", "Two.\n"), to: "content/a.md")
    #expect(await live.site.look() == false)
  }

  /// The clock of a file system may not have ticked between two writes of the same length.
  @Test func twoWritesAtTheSameMomentBothCount() async throws {
    let site = try SmallSite(["content/a.md": SmallSite.page("A", "0000\n")])
    let preview = LivePreview(site)
    await preview.refresh()
    for i in 1...300 {
      let text = String(1000 + i)
      try site.folder.write(SmallSite.page("A", text + "\n"), to: "content/a.md")
      let state = await preview.refresh()
      try #require(String(decoding: files(state)["a/index.html"] ?? [], as: UTF8.self).contains(text))
    }
  }

  @Test func aFileThatWasJustEmptiedIsBeingWritten() async throws {
    let site = try SmallSite(["content/a.md": SmallSite.page("A", "One.\n")])
    let live = LiveSite(options(site))
    _ = await live.look()
    #expect(await live.isWriting == false)
    try site.folder.write("", to: "content/a.md")
    #expect(await live.look())
    #expect(await live.isWriting)
    try site.folder.write(SmallSite.page("A", "Two.\n"), to: "content/a.md")
    #expect(await live.look())
    #expect(await live.isWriting == false)
  }

  @Test func aPageWithAnErrorKeepsItsLastGoodTextAmongTheNewOthers() async throws {
    let site = try SmallSite([
      "content/a.md": SmallSite.page("A", "Good.\n"), "content/b.md": SmallSite.page("B", "Old.\n"),
    ])
    let preview = LivePreview(site)
    await preview.refresh()
    for broken in ["---\ntitel: A\n---\nBroken.\n", "Broken.\n", SmallSite.page("A", "Broken [x](no.md).\n")] {
      try site.folder.write(broken, to: "content/a.md")
      let state = await preview.refresh()
      #expect(state.diagnostics.contains { $0.severity == .error && $0.location.file == "content/a.md" })
      #expect(text(state, "a/index.html").contains("Good."))
    }
    try site.folder.write(SmallSite.page("B", "New.\n"), to: "content/b.md")
    let state = await preview.refresh()
    #expect(text(state, "a/index.html").contains("Good."))
    #expect(text(state, "b/index.html").contains("New."))
    try site.folder.write(SmallSite.page("A", "Mended.\n"), to: "content/a.md")
    let mended = await preview.refresh()
    #expect(mended.diagnostics.isEmpty)
    #expect(text(mended, "a/index.html").contains("Mended."))
  }

  @Test func anErrorThatAnotherFileMendsGoesByItself() async throws {
    let site = try SmallSite(["content/a.md": SmallSite.page("A", "Good.\n")])
    let preview = LivePreview(site)
    await preview.refresh()
    try site.folder.write(SmallSite.page("A", "See [b](b.md).\n"), to: "content/a.md")
    #expect(text(await preview.refresh(), "a/index.html").contains("Good."))
    try site.folder.write(SmallSite.page("B", "Here.\n"), to: "content/b.md")
    let state = await preview.refresh()
    #expect(state.diagnostics.isEmpty)
    #expect(text(state, "a/index.html").contains("href=\"/b/\""))
  }

  @Test(arguments: [
    ("templates/layouts/page.html", "{{page.title"), ("templates/layouts/page.html", "{{page.titel}}"),
    ("sitegen.yml", "titel: X\n"), ("content/data/glossary.yml", "- {id: x\n"),
  ])
  func anErrorOutsideOfPagesKeepsTheWholeSite(_ file: String, _ broken: String) async throws {
    let site = try SmallSite(["content/a.md": SmallSite.page("A", "Good.\n"), "content/data/glossary.yml": "[]\n"])
    let preview = LivePreview(site)
    await preview.refresh()
    let good = try site.folder.text(file)
    try site.folder.write(broken, to: file)
    let state = await preview.refresh()
    #expect(state.diagnostics.contains { $0.severity == .error && $0.location.file == file })
    #expect(text(state, "a/index.html").contains("Good."))
    // Nor does an edit of a page bring up half of it.
    try site.folder.write(SmallSite.page("A", "New.\n"), to: "content/a.md")
    #expect(text(await preview.refresh(), "a/index.html").contains("Good."))
    try site.folder.write(good, to: file)
    let mended = await preview.refresh()
    #expect(mended.diagnostics.isEmpty)
    #expect(text(mended, "a/index.html").contains("New."))
  }

  @Test func whatNeverWasGoodIsShownAsFarAsItCanBeMade() async throws {
    let site = try SmallSite(["content/a.md": SmallSite.page("A", "See [b](b.md).\n")])
    let state = await LivePreview(site).refresh()
    #expect(text(state, "a/index.html").contains("See"))
    #expect(state.diagnostics.map(\.rule) == ["link/missing-page"])
  }

  @Test func aPageThatHadAnErrorFromTheStartIsShownAsItIsWritten() async throws {
    let site = try SmallSite(["content/a.md": SmallSite.page("A", "Old [b](b.md).\n")])
    let live = LiveSite(options(site))
    _ = await live.look()
    _ = await live.rebuild()
    // Before everything was looked at.
    try site.folder.write(SmallSite.page("A", "New [b](b.md).\n"), to: "content/a.md")
    _ = await live.look()
    #expect(text(await live.rebuild(), "a/index.html").contains("New"))
  }

  @Test func aSiteWithoutSettingsIsEmptyUntilTheyAreThere() async throws {
    let site = try SmallSite()
    let settings = try site.folder.text("sitegen.yml")
    try site.folder.remove("sitegen.yml")
    let preview = LivePreview(site)
    let state = await preview.refresh()
    #expect(state.files.isEmpty)
    #expect(state.diagnostics.map(\.rule) == ["settings/unreadable"])
    try site.folder.write(settings, to: "sitegen.yml")
    #expect(text(await preview.refresh(), "index.html").contains("Welcome"))
  }

  @Test func everythingIsLookedAtAsACheckDoes() async throws {
    let site = try SmallSite([
      "content/a.md": SmallSite.page("A", "See [here](b.md), [b](b.md#no) and http://example.com/.\n"),
      "content/b.md": SmallSite.page("A", "# One\n\n### Three\n"),
      "templates/layouts/page.html": "<p id=x><p id=x>{{page.content}}",
    ])
    let options = options(site)
    let wanted = await Build(options).check().diagnostics
    let live = LiveSite(options)
    _ = await live.look()
    _ = await live.rebuild()
    #expect(await live.check()?.diagnostics == wanted)
    #expect(wanted.count > 5)
  }

  @Test func aLookAtEverythingGivesWayWhenItIsCancelled() async throws {
    let live = LiveSite(Build.Options(root: try SmallSite.ofEverything().folder.path))
    _ = await live.look()
    _ = await live.rebuild()
    let task = Task { () -> LiveState? in
      withUnsafeCurrentTask { $0?.cancel() }
      return await live.check()
    }
    #expect(await task.value == nil)
  }
}

/// A small site and its preview.
struct LivePreview {
  let site: LiveSite

  init(_ small: SmallSite) { site = LiveSite(options(small)) }

  /// Shows what has changed, and looks at everything.
  @discardableResult
  func refresh() async -> LiveState {
    _ = await site.look()
    let state = await site.rebuild()
    return await site.check() ?? state
  }
}

func options(_ site: SmallSite) -> Build.Options {
  var options = Build.Options(root: site.folder.path)
  options.threads = 2
  options.today = CalendarDay("2026-11-21")
  return options
}

func files(_ state: LiveState) -> [String: [UInt8]] { state.files.compactMapValues { $0() } }

private func text(_ state: LiveState, _ path: String) -> String {
  String(decoding: state.files[path]?() ?? [], as: UTF8.self)
}
