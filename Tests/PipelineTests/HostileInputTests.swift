import Diagnostics
import Testing

@testable import Pipeline

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Inputs that are too large, too deep or too odd to lie in a repository. Each gives one diagnostic, writes nothing and
/// takes no time worth mentioning.
@Suite struct HostileInputTests {
  /// Builds, and returns the one line of the report that every diagnostic has.
  private func lines(of site: SmallSite) async throws -> [String] {
    let result = try await site.build()
    #expect(!site.folder.exists("public"))
    return TextReport.render(result.diagnostics, concise: true) { _ in nil }.split(separator: "\n").map(String.init)
  }

  private static let body = "---\ntitle: Page\n---\n"

  @Test(.timeLimit(.minutes(30)), arguments: [1 << 20 + 1, 50_000_000])
  func aPageOverTheLimitIsRefused(_ size: Int) async throws {
    let site = try SmallSite(["content/index.md": SmallSite.page("Home", "[Page](page.md#part)\n")])
    try site.folder.write(Array(Self.body.utf8) + [UInt8](repeating: 97, count: size), to: "content/page.md")
    let found = try await lines(of: site)
    #expect(found.count == 1)
    #expect(
      found[0].hasPrefix("content/page.md: error[content/too-large]: a page may hold at most 1 MB of text, this has "))
  }

  static let deep: [(what: String, text: String)] = [
    ("quotes", String(repeating: ">", count: 50_000) + " a\n"),
    ("spaced quotes", String(repeating: "> ", count: 50_000) + "a\n"),
    ("quotes line by line", (1...900).map { String(repeating: ">", count: $0) + " a\n" }.joined()),
    ("lists", String(repeating: "- ", count: 50_000) + "a\n"),
    ("numbered lists", String(repeating: "1. ", count: 50_000) + "a\n"),
    ("lists line by line", (0..<900).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()),
    ("lists in quotes", String(repeating: "> - ", count: 25_000) + "a\n"),
  ]

  @Test(.timeLimit(.minutes(30)), arguments: deep.indices)
  func whatNestsTooDeepIsRefused(_ index: Int) async throws {
    let site = try SmallSite(["content/page.md": Self.body + Self.deep[index].text])
    let found = try await lines(of: site)
    #expect(found.count == 1, "\(Self.deep[index].what): \(found.prefix(3))")
    #expect(found.first?.hasPrefix("content/page.md:") == true)
    #expect(found.first?.contains("error[content/too-deep]") == true)
  }

  static let odd: [String] = [
    String(repeating: "[", count: 50_000) + "\n", String(repeating: "![", count: 50_000) + "\n",
    String(repeating: "*a ", count: 50_000) + "\n", String(repeating: "**a_", count: 50_000) + "\n",
    String(repeating: "`", count: 50_000) + "\n", String(repeating: "<a", count: 50_000) + "\n",
    String(repeating: "[a](", count: 50_000) + "\n", String(repeating: "|", count: 10_000) + "\n|-\n",
    String(repeating: "[@a; ", count: 1_000) + "\n", String(repeating: "&", count: 50_000) + "\n",
    String(repeating: "[^a]", count: 20_000) + "\n\n[^a]: x\n", String(repeating: "# a\n", count: 20_000),
    String(repeating: "~", count: 50_000) + "\n", String(repeating: "www.a.", count: 30_000) + "\n",
    (0..<5_000).map { "[\($0)]: /x\n" }.joined() + String(repeating: "[0]", count: 5_000) + "\n",
  ]

  /// Odd, but allowed to be text: no crash and no hang is all that is asked. The limit is on processor time, which does
  /// not depend on what else the machine does.
  @Test(arguments: odd.indices)
  func oddTextsNeitherCrashNorHang(_ index: Int) throws {
    let site = try SmallSite(["content/page.md": Self.body + Self.odd[index]])
    let run = try ChildProcess.shell(
      "ulimit -t 20; exec \"$1\" build \"$2\" --quiet", [ChildProcess.sitegen, site.folder.path])
    #expect(run.status <= 1, "\(Self.odd[index].prefix(20)): \(run.errors.prefix(200))")
  }

  @Test(.timeLimit(.minutes(30))) func deepDirectivesDataAndTemplatesNeitherCrashNorHang() async throws {
    for (path, text) in [
      ("content/index.md", Self.body + String(repeating: ":::note\n\n", count: 50_000)),
      ("content/index.md", "---\ntitle: " + String(repeating: "[", count: 50_000) + "\n---\n"),
      ("content/index.md", "---\n" + (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined() + "---\n"),
      ("content/data/a.json", String(repeating: "[", count: 500_000)),
      ("content/data/a.json", String(repeating: "{\"a\":", count: 100_000)),
      ("content/data/a.csv", String(repeating: "\"", count: 100_001)),
      ("templates/layouts/page.html", String(repeating: "{{#page}}", count: 50_000)),
      (
        "templates/layouts/page.html",
        String(repeating: "{{#page}}", count: 10_000) + String(repeating: "{{/page}}", count: 10_000)
      ),
      ("templates/layouts/page.html", String(repeating: "{{> layouts/page}}", count: 10)),
      ("templates/layouts/page.html", String(repeating: "{{<a}}{{$b}}", count: 20_000)),
      ("sitegen.yml", SmallSite.settings + "navigation: " + String(repeating: "[", count: 50_000)),
    ] {
      let site = try SmallSite(["templates/directives/note.html": "{{content}}", path: text])
      let found = try await lines(of: site)
      #expect(!found.isEmpty, "\(path) \(text.prefix(30))")
      #expect(found.allSatisfy { $0.hasPrefix(path) || $0.hasPrefix("templates/") }, "\(found.prefix(3))")
    }
  }

  // MARK: The disk

  private func onlyLine(_ site: SmallSite) async throws -> String {
    let found = try await lines(of: site)
    #expect(found.count == 1, "\(found)")
    return found.first ?? ""
  }

  /// Each is linked to, so that a second diagnostic about the link would show.
  private func linking(to file: String) throws -> SmallSite {
    try SmallSite(["content/index.md": SmallSite.page("Home", "[a](a.md) ![b](b.svg) [c](c.pdf)\n")])
      .adding(["content/a.md": Self.body, "content/b.svg": "<svg width='1' height='1'/>", "content/c.pdf": ""])
      .removing("content/" + file)
  }

  @Test(arguments: ["a.md", "b.svg", "c.pdf"]) func aLinkThatLeadsNowhereIsReported(_ file: String) async throws {
    let site = try linking(to: file)
    try site.folder.link("content/" + file, to: "gone")
    #expect(
      try await onlyLine(site) == "content/\(file): error[input/unreadable]: this link leads nowhere: no such file")
  }

  @Test(arguments: ["a.md", "b.svg", "c.pdf"]) func aPipeIsReportedAndNotWaitedFor(_ file: String) async throws {
    let site = try linking(to: file)
    mkfifo(site.folder.path + "/content/" + file, 0o600)
    #expect(try await onlyLine(site) == "content/\(file): error[input/unreadable]: this is no ordinary file")
  }

  @Test(arguments: ["a.md", "b.svg", "c.pdf"]) func aFileWithoutPermissionIsReported(_ file: String) async throws {
    guard geteuid() != 0 else { return }  // Permissions do not bind root.
    let site = try linking(to: file)
    try site.folder.write("", to: "content/" + file)
    chmod(site.folder.path + "/content/" + file, 0)
    #expect(
      try await onlyLine(site) == "content/\(file): error[input/unreadable]: the file cannot be read: permission denied"
    )
  }

  @Test func aFolderWithoutPermissionIsReported() async throws {
    guard geteuid() != 0 else { return }
    let site = try SmallSite(["content/x/a.md": Self.body])
    chmod(site.folder.path + "/content/x", 0)
    defer { chmod(site.folder.path + "/content/x", 0o700) }
    #expect(
      try await onlyLine(site) == "content/x: error[input/unreadable]: the folder cannot be read: permission denied")
  }

  @Test func settingsThatArePipesAreReported() async throws {
    let site = try SmallSite().removing("sitegen.yml")
    mkfifo(site.folder.path + "/sitegen.yml", 0o600)
    #expect(
      try await onlyLine(site)
        == "sitegen.yml: error[settings/unreadable]: the settings cannot be read: it is no ordinary file")
  }

  @Test func unreadableDataIsReportedOnceAndNotWhereItIsUsed() async throws {
    let site = try SmallSite(["content/index.md": SmallSite.page("Home", "[a](glossary:a) [@b] [](support:c)\n")])
    try FileSystem.makeFolder(site.folder.path + "/content/data")
    for file in ["glossary.yml", "references.json", "support-lines.yml"] {
      try site.folder.link("content/data/" + file, to: "gone")
    }
    #expect(try await lines(of: site).count == 3)
  }

  @Test func linksThatLeadRoundAreReported() async throws {
    let site = try SmallSite(["content/x/a.md": Self.body])
    try site.folder.link("content/x/round", to: "..")
    #expect(
      try await onlyLine(site)
        == "content/x/round: error[input/link-circle]: this link leads back to a folder that it stands in")
    try site.folder.remove("content/x/round")
    try site.folder.link("content/x/self", to: "self")
    #expect(try await onlyLine(site) == "content/x/self: error[input/unreadable]: this link leads round in a circle")
  }

  /// Twenty folders, each with three links to the next: more paths than any program can walk.
  @Test(.timeLimit(.minutes(30))) func linksThatMultiplyAreReported() async throws {
    let site = try SmallSite()
    for i in 0..<20 {
      try site.folder.write(Self.body, to: "aside/\(i)/page.md")
      for name in ["x", "y", "z"] where i < 19 { try site.folder.link("aside/\(i)/\(name)", to: "../\(i + 1)") }
    }
    try site.folder.link("content/in", to: "../aside/0")
    let found = try await lines(of: site)
    #expect(
      found.filter { $0.contains("error[input/too-many-links]: links lead to more than 10000 folders") }.count == 1)
  }

  @Test func linkedFilesAndFoldersAreFollowed() async throws {
    let site = try SmallSite(["aside/a.md": Self.body, "aside/deep/b.md": Self.body])
    try site.folder.link("content/a.md", to: "../aside/a.md")
    try site.folder.link("content/deep", to: "../aside/deep")
    #expect(try await site.build().pages == 3)
  }

  @Test func namesThatNoAddressCanHaveAreReported() async throws {
    for name in ["a\nb.md", "a\\b.md", "a\u{1B}[31m.md"] {
      let site = try SmallSite(["content/\(name)": Self.body])
      #expect(
        try await onlyLine(site)
          == "content: error[input/file-name]: a file in this folder has a name that no web address can have")
    }
    let made = try SmallSite()
    try made.folder.write("", to: "x")
    let moved = try ChildProcess.shell("mv \"$1/x\" \"$1/content/$(printf 'caf\\351.md')\"", [made.folder.path])
    if moved.status == 0 { #expect(try await onlyLine(made).contains("error[input/file-name]")) }
  }

  /// Written with one character, or with two: Swift and most people take them for the same.
  @Test func twoNamesThatLookTheSameAreReported() async throws {
    for ending in ["md", "svg"] {
      let site = try SmallSite(["content/caf\u{E9}.\(ending)": Self.body])
      try site.folder.write(Self.body, to: "content/cafe\u{301}.\(ending)")
      let names = try FileSystem.names(in: site.folder.path + "/content")
      guard names.count == 3 else { continue }  // Some disks take them for the same, too.
      #expect(try await onlyLine(site).contains("error[input/file-name]: two files in this folder have the name"))
    }
  }

  @Test func aProjectWithoutPagesDoesNotEmptyTheSite() async throws {
    let site = try SmallSite()
    try await site.build()
    let before = try site.output()
    try site.folder.remove("content")
    let result = try await site.build()
    #expect(result.diagnostics.map(\.rule) == ["input/no-pages"])
    #expect(try site.output() == before)
  }
}

extension SmallSite {
  fileprivate func adding(_ files: [String: String]) throws -> SmallSite {
    for (path, text) in files { try folder.write(text, to: path) }
    return self
  }

  fileprivate func removing(_ file: String) throws -> SmallSite {
    try folder.remove(file)
    return self
  }
}
