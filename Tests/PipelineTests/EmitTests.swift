import Diagnostics
import Testing

@testable import Pipeline

@Suite struct EmitTests {
  @Test func aSiteWithoutATemplateForTheSearchDoesWithoutOne() async throws {
    let site = try SmallSite.ofEverything()
    try site.folder.remove("templates/layouts/search.html")
    #expect(try await !site.build().diagnostics.contains { $0.severity == .error })
    #expect(try !site.output().keys.contains { $0.contains("search") })
  }

  @Test func unchangedFilesKeepTheirTimeAndTheirPlaceOnTheDisk() async throws {
    let site = try SmallSite(["content/a.md": SmallSite.page("A", "One.\n")])
    try await site.build()
    let before = try ["public/index.html", "public/manifest.sha256"].map(site.folder.identity)
    let result = try await site.build()
    #expect((result.written, result.unchanged, result.deleted) == (0, 2, 0))
    #expect(try ["public/index.html", "public/manifest.sha256"].map(site.folder.identity) == before)
  }

  @Test func onlyChangedFilesAreReplaced() async throws {
    let site = try SmallSite(["content/a.md": SmallSite.page("A", "One.\n")])
    try await site.build()
    let home = try site.folder.identity("public/index.html")
    let page = try site.folder.identity("public/a/index.html")
    try site.folder.write(SmallSite.page("A", "Two.\n"), to: "content/a.md")
    let result = try await site.build()
    #expect((result.written, result.unchanged, result.deleted) == (1, 1, 0))
    #expect(try site.folder.text("public/a/index.html").contains("Two."))
    #expect(try site.folder.identity("public/index.html") == home)
    #expect(try site.folder.identity("public/a/index.html") != page)
  }

  @Test func staleFilesGoWithTheFoldersTheyLeaveEmpty() async throws {
    let site = try SmallSite(["content/x/y/z.md": SmallSite.page("Z", "One.\n")])
    try await site.build()
    #expect(site.folder.exists("public/x/y/z/index.html"))
    try site.folder.remove("content/x")
    let result = try await site.build()
    #expect(result.deleted == 1)
    #expect(!site.folder.exists("public/x"))
    #expect(try site.output().keys.sorted() == ["index.html", "manifest.sha256"])
  }

  /// A build that was killed between two folders leaves the outer one alone.
  @Test func aFileMayTakeThePlaceOfAFolderThatLacksItsInnerOne() async throws {
    let site = try SmallSite(["content/part/of/it.txt": "text"])
    try await site.build()
    try site.folder.remove("public/part/of")
    try site.folder.remove("content/part")
    try site.folder.write("text", to: "content/part")
    try await site.build()
    #expect(try site.output().keys.sorted() == ["index.html", "manifest.sha256", "part"])
  }

  @Test func filesOfOthersStayAndKeepTheirFolder() async throws {
    let site = try SmallSite(["content/x/y.md": SmallSite.page("Y", "One.\n")])
    try await site.build()
    try site.folder.write("mine", to: "public/x/y/mine.txt")
    try site.folder.write("mine", to: "public/CNAME")
    try site.folder.remove("content/x")
    try await site.build()
    #expect(try site.output().keys.sorted() == ["CNAME", "index.html", "manifest.sha256", "x/y/mine.txt"])
  }

  @Test func aFileOfOthersIsNeverReplaced() async throws {
    let site = try SmallSite()
    try await site.build()
    try site.folder.write("mine", to: "public/a/index.html")
    let before = try site.output()
    try site.folder.write(SmallSite.page("Changed", "Now.\n"), to: "content/index.md")
    try site.folder.write(SmallSite.page("A", "One.\n"), to: "content/a.md")
    let refusal = await #expect(throws: OutputRefusal.self) { try await site.build() }
    #expect(refusal?.message == "'a/index.html' is there already, and sitegen did not make it")
    #expect(try site.output() == before)
  }

  @Test func aFolderOfOthersIsNotReplacedByAFile() async throws {
    let site = try SmallSite()
    try await site.build()
    try site.folder.write("mine", to: "public/leaflet/mine.txt")
    let before = try site.output()
    try site.folder.write("text", to: "content/leaflet")
    try site.folder.write(SmallSite.page("Changed", "Now.\n"), to: "content/index.md")
    await #expect(throws: OutputRefusal.self) { try await site.build() }
    #expect(try site.output() == before)
  }

  @Test func aFileBecomesAFolderAndAFileAgain() async throws {
    let site = try SmallSite(["content/data-sheet": "one"])
    try await site.build()
    #expect(try site.folder.text("public/data-sheet") == "one")

    try site.folder.remove("content/data-sheet")
    try site.folder.write("two", to: "content/data-sheet/deep/part.txt")
    try await site.build()
    #expect(try site.output().keys.sorted() == ["data-sheet/deep/part.txt", "index.html", "manifest.sha256"])

    try site.folder.remove("content/data-sheet")
    try site.folder.write("three", to: "content/data-sheet")
    try await site.build()
    #expect(try site.folder.text("public/data-sheet") == "three")
    #expect(try site.output().keys.sorted() == ["data-sheet", "index.html", "manifest.sha256"])
  }

  @Test func theManifestIsCheckedWithSha256sum() async throws {
    let site = try SmallSite(["content/a b.txt": "text"])
    try await site.build()
    let check = try ChildProcess.shell(
      "cd \"$1/public\" && sha256sum --check --strict manifest.sha256", [site.folder.path])
    #expect(check.status == 0, "\(check.errors)")
    #expect(check.output == "a b.txt: OK\nindex.html: OK\n")
  }

  @Test(arguments: ["../x", "a/../../x", "/etc/x", "a//b", "./a", ""])
  func aManifestThatNamesAFileElsewhereIsRefused(_ path: String) async throws {
    let site = try SmallSite()
    try await site.build()
    let hash = String(repeating: "0", count: 64)
    try site.folder.write(
      try site.folder.text("public/manifest.sha256") + "\(hash)  \(path)\n", to: "public/manifest.sha256")
    try site.folder.write("mine", to: "x")
    let before = try site.folder.files()
    let refusal = await #expect(throws: OutputRefusal.self) { try await site.build() }
    #expect(refusal?.message.hasPrefix("this folder holds files, and sitegen did not make it") == true)
    #expect(throws: OutputRefusal.self) { try Clean.run(output: site.folder.path + "/public", inputs: []) }
    #expect(try site.folder.files() == before)
  }

  @Test func nothingIsWrittenThroughALink() async throws {
    let site = try SmallSite(["content/x/a.md": SmallSite.page("A", "One.\n")])
    try await site.build()
    let elsewhere = try TemporaryFolder(["a/index.html": "precious"])
    try site.folder.remove("public/x")
    try site.folder.link("public/x", to: elsewhere.path)
    try site.folder.write(SmallSite.page("A", "Two.\n"), to: "content/x/a.md")
    try site.folder.write(SmallSite.page("Changed", "Now.\n"), to: "content/index.md")
    let before = try site.output()
    let refusal = await #expect(throws: OutputRefusal.self) { try await site.build() }
    #expect(refusal?.message == "'x' is no folder of the site, so nothing is written through it")
    #expect(try site.output() == before)

    // Nor is anything deleted through it, by a build or by `clean`.
    try site.folder.remove("content/x")
    try await site.build()
    #expect(try elsewhere.text("a/index.html") == "precious")
    _ = try Clean.run(output: site.folder.path + "/public", inputs: [])
    #expect(try elsewhere.text("a/index.html") == "precious")
  }

  @Test func aLinkInPlaceOfAFileIsReplacedNotFollowed() async throws {
    let site = try SmallSite()
    try await site.build()
    let elsewhere = try TemporaryFolder(["precious.html": "precious"])
    try site.folder.remove("public/index.html")
    try site.folder.link("public/index.html", to: elsewhere.path + "/precious.html")
    try await site.build()
    #expect(try elsewhere.text("precious.html") == "precious")
    #expect(try site.folder.text("public/index.html").hasPrefix("Home"))
  }

  @Test func theStagingFolderIsNeverALink() async throws {
    let site = try SmallSite()
    let elsewhere = try TemporaryFolder(["precious.txt": "precious"])
    try site.folder.link(".public.sitegen-staging", to: elsewhere.path)
    await #expect(throws: EmitFailure.self) { try await site.build() }
    #expect(try elsewhere.text("precious.txt") == "precious")
  }

  @Test func aFailedBuildLeavesEverythingAsItWas() async throws {
    let site = try SmallSite(["content/a.md": SmallSite.page("A", "One.\n")])
    try await site.build()
    let before = try site.output()
    let identity = try site.folder.identity("public/index.html")
    try site.folder.write(SmallSite.page("Changed", "Now.\n"), to: "content/index.md")
    // Noticed by a check, and only while pages are rendered.
    for (path, text) in [
      ("content/a.md", SmallSite.page("A", "[x](nowhere.md)\n")),
      ("templates/layouts/page.html", "{{page.title}}{{#page.isHome}}{{page.nothing}}{{/page.isHome}}\n"),
    ] {
      try site.folder.write(text, to: path)
      #expect(try await site.build().diagnostics.hasErrors())
      #expect(try site.output() == before)
      #expect(try site.folder.identity("public/index.html") == identity)
      #expect(!site.folder.exists(".public.sitegen-staging"))
      try site.folder.write(SmallSite.page("A", "One.\n"), to: "content/a.md")
    }
  }

  @Test func warningsStopABuildThatFailsOnWarnings() async throws {
    let site = try SmallSite([
      "templates/layouts/base.html": "{{$main}}{{/main}}\n",
      "templates/layouts/page.html": "{{< layouts/base}}lost words{{$main}}{{page.title}}{{/main}}{{/ layouts/base}}\n",
    ])
    #expect(try await site.build { $0.failOn = .warning }.diagnostics.map(\.severity) == [.warning])
    #expect(!site.folder.exists("public"))
    #expect(try await site.build().written == 1)
  }

  @Test func anOutputFolderInsideTheInputIsRefused() async throws {
    let site = try SmallSite()
    let before = try site.folder.files()
    try site.folder.link("elsewhere", to: "content")
    for output in ["content/public", "content", "templates/out", ".", "elsewhere/public", "content/../content/x", "/"] {
      let path = output.hasPrefix("/") ? output : site.folder.path + "/" + output
      let refusal = await #expect(throws: OutputRefusal.self) { try await site.build(output: path) }
      #expect(refusal?.isConfiguration == true)
      #expect(refusal?.path == path)
    }
    try site.folder.remove("elsewhere")
    #expect(try site.folder.files() == before)
  }

  @Test func aFolderThatSitegenDidNotMakeIsRefused() async throws {
    let site = try SmallSite(["public/mine.txt": "mine"])
    let refusal = await #expect(throws: OutputRefusal.self) { try await site.build() }
    #expect(refusal?.message == "this folder holds files, and sitegen did not make it, so nothing in it is touched")
    #expect(throws: OutputRefusal.self) { try Clean.run(output: site.folder.path + "/public", inputs: []) }
    #expect(try site.output() == ["mine.txt": Array("mine".utf8)])
  }

  @Test func anEmptyFolderAndOneThroughALinkAreFine() async throws {
    let site = try SmallSite()
    try FileSystem.makeFolder(site.folder.path + "/real")
    try site.folder.link("public", to: "real")
    try await site.build()
    #expect(site.folder.exists("real/index.html"))
    try site.folder.write(SmallSite.page("A", "One.\n"), to: "content/a.md")
    #expect(try await site.build().written == 1)
    #expect(site.folder.exists("real/a/index.html"))
  }

  @Test func whatAKilledBuildLeftBehindIsClearedAway() async throws {
    let site = try SmallSite()
    try site.folder.write("half a fi", to: ".public.sitegen-staging/0")
    try site.folder.write("half", to: ".public.sitegen-staging/site/index.html")
    try await site.build()
    #expect(!site.folder.exists(".public.sitegen-staging"))
    #expect(try site.output().keys.sorted() == ["index.html", "manifest.sha256"])
  }

  @Test func twoBuildsAtOnceDoNotMix() async throws {
    let site = try SmallSite.ofEverything()
    let alone = try TemporaryFolder()
    try await site.build(output: alone.path + "/out")
    for _ in 0..<6 {
      try site.folder.remove("public")
      let results = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<4 {
          group.addTask {
            do {
              return try await site.build().written > 0
            } catch let refusal as OutputRefusal {
              #expect(refusal.message == "another build is writing to this folder")
              return false
            } catch {
              Issue.record("\(error)")
              return false
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(results.contains(true))
      #expect(try site.output() == alone.files(in: "out"))
      #expect(!site.folder.exists(".public.sitegen-staging"))
    }
  }

  @Test func cleanRemovesWhatABuildMadeAndNothingElse() async throws {
    let site = try SmallSite.ofEverything()
    let result = try await site.build()
    #expect(try Clean.run(output: site.folder.path + "/public", inputs: []) == result.written)
    #expect(!site.folder.exists("public"))
    try await site.build()
    try site.folder.write("mine", to: "public/s1/mine.txt")
    _ = try Clean.run(output: site.folder.path + "/public", inputs: [])
    #expect(try site.output().keys.sorted() == ["s1/mine.txt"])
    #expect(try Clean.run(output: site.folder.path + "/nothing", inputs: []) == 0)
  }
}
