import Checks
import Content
import TestSupport
import Testing

@testable import Pipeline

/// A day's worth of edits ends with exactly the bytes of a fresh build.
@Suite struct RandomEditsTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func afterAnyEditsThePreviewHasTheBytesOfAFreshBuild(_ seed: UInt64) async throws {
    let site = try SmallSite.ofEverything()
    // Links may break on the way: this is about bytes, not about what is said of them.
    var options = Build.Options(root: site.folder.path)
    options.threads = 2
    options.checks = []
    let live = LiveSite(options)
    _ = await live.look()
    var state = await live.rebuild()
    var edits = RandomEdits(site, seed: seed)
    while edits.done < 700 {
      try edits.burst()
      if await live.look() { state = await live.rebuild() }
      if edits.bursts % 12 == 0 { try await expectFreshBytes(state, options) }
    }
    try await expectFreshBytes(state, options)
    _ = try await Build(options).run()
    #expect(files(state) == (try site.output().filter { $0.key != "manifest.sha256" }))
  }

  private func expectFreshBytes(_ state: LiveState, _ options: Build.Options) async throws {
    let fresh = LiveSite(options)
    _ = await fresh.look()
    let wanted = files(await fresh.rebuild())
    let found = files(state)
    try #require(Set(found.keys) == Set(wanted.keys))
    for (path, bytes) in wanted { try #require(found[path] == bytes, "\(path)") }
  }
}

/// What people and their programs do to a project in a day, in bursts.
struct RandomEdits {
  private let site: SmallSite
  private var random: SeededRandom
  private(set) var done = 0
  private(set) var bursts = 0

  init(_ site: SmallSite, seed: UInt64) {
    self.site = site
    random = SeededRandom(seed: seed)
  }

  mutating func burst() throws {
    bursts += 1
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      try edit()
      done += 1
    }
  }

  private mutating func pick(_ all: [String]) -> String { all.randomElement(using: &random) ?? "" }

  private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  private mutating func pages() throws -> [String] {
    try site.folder.files(in: "content").keys.filter { $0.hasSuffix(".md") && $0 != "index.md" }.sorted()
  }

  private mutating func page() -> String {
    SmallSite.page(
      "Page \(number(1000))",
      "Word \(number(1000)), [other](p\(number(40)).md#part), [term](glossary:k-hole) [@a].\n\n## Part\n\n> [!NOTE]\n> N\(number(9))\n",
      "tags: [tag-\(number(4))]\norder: \(number(50))\n")
  }

  private mutating func edit() throws {
    let folder = site.folder
    let pages = try pages()
    switch number(22) {
    case 0...7: try folder.write(page(), to: "content/" + (pages.isEmpty ? "p0.md" : pick(pages)))
    case 8...10: try folder.write(page(), to: "content/s\(number(5))/p\(number(60)).md")
    case 11...12: if pages.count > 6 { try folder.remove("content/" + pick(pages)) }
    case 13...14:
      let target = "content/s\(number(5))/p\(number(60)).md"
      guard !pages.isEmpty, !folder.exists(target) else { return }
      try folder.write(try folder.text("content/" + pick(pages)), to: target)
    case 15:
      // As editors save: beside, then renamed into its place.
      guard !pages.isEmpty else { return }
      let path = folder.path + "/content/" + pick(pages)
      try FileSystem.write(Array(page().utf8), to: path + "~")
      try FileSystem.rename(path + "~", to: path)
    case 16:
      let (from, to) = ("content/s\(number(5))", "content/s\(number(5))")
      if folder.exists(from), !folder.exists(to) {
        try FileSystem.rename(folder.path + "/" + from, to: folder.path + "/" + to)
      }
    case 17: try folder.write("a { color: #\(100 + number(900)) }", to: "templates/assets/style.css")
    case 18: try folder.write("<p>\(number(9)) {{content}}</p>", to: "templates/directives/note.html")
    case 19:
      try folder.write(
        "- {id: k-hole, term: K-hole, definition: State \(number(99)).}\n", to: "content/data/glossary.yml")
    case 20:
      try folder.write(
        "<svg width=\"\(1 + number(9))\" height=\"2\"/>", to: "content/s\(number(5))/dot\(number(24)).svg")
    default:
      let text =
        "title: Example \(number(9))\nbaseURL: https://example.org/\(pick(["", "sub/"]))\n" + SmallSite.quietChecks
      try folder.write(text, to: "sitegen.yml")
    }
  }
}
