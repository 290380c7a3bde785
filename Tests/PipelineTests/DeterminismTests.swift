import TestSupport
import Testing

@testable import Pipeline

/// The same inputs give the same bytes, manifest included.
@Suite struct DeterminismTests {
  @Test func threadsDoNotMatter() async throws {
    let site = try SmallSite.ofEverything()
    try await site.build(threads: 1)
    let one = try site.output()
    #expect(one.count > 90)
    for threads in [2, 7, 64] {
      try await site.build(threads: threads, output: site.folder.path + "/out-\(threads)")
      #expect(try site.folder.files(in: "out-\(threads)") == one)
    }
  }

  @Test func theOrderInWhichFilesWereMadeDoesNotMatter() async throws {
    let site = try SmallSite.ofEverything()
    try await site.build()
    let wanted = try site.output()
    let inputs = try site.folder.files().filter { !$0.key.hasPrefix("public/") }
    for seed in 0..<4 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      let copy = try TemporaryFolder()
      for (path, bytes) in inputs.sorted(by: { $0.key < $1.key }).shuffled(using: &random) {
        try copy.write(bytes, to: path)
      }
      _ = try await Build(Build.Options(root: copy.path)).run()
      #expect(try copy.files(in: "public") == wanted)
    }
  }

  @Test func reportsDoNotDependOnThreadsNorOnTheOrderOfFiles() async throws {
    let site = try SmallSite.ofEverything()
    for i in 0..<24 {
      try site.folder.write(
        SmallSite.page("Page", "[x](no\(i).md) [y](#no)\n", "oder: 1\n"), to: "content/s\(i % 4)/p\(i).md")
    }
    let report = site.report(try await site.build(threads: 1))
    #expect(report.split(separator: "\n").count > 200)
    for threads in [2, 7] { #expect(site.report(try await site.build(threads: threads)) == report) }
    let copy = try TemporaryFolder()
    var random = SeededRandom(seed: 3)
    for (path, bytes) in try site.folder.files().sorted(by: { $0.key < $1.key }).shuffled(using: &random) {
      try copy.write(bytes, to: path)
    }
    let other = SmallSite(in: copy)
    #expect(other.report(try await other.build()) == report)
  }

  @Test(arguments: [
    ["TZ": "Pacific/Kiritimati"], ["TZ": "America/Los_Angeles", "LANG": "de_DE.UTF-8"], ["LC_ALL": "tr_TR.UTF-8"],
    ["LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"], ["HOME": "/nonexistent", "NO_COLOR": "1"],
  ])
  func theEnvironmentDoesNotMatter(_ environment: [String: String]) async throws {
    let site = try SmallSite.ofEverything()
    try await site.build()
    let made = try ChildProcess.sitegen(
      "build", site.folder.path, "--output", site.folder.path + "/out", environment: environment)
    #expect(made.status == 0, "\(made.errors)")
    #expect(try site.folder.files(in: "out") == site.output())
  }

  @Test func whereTheProjectAndTheOutputStandDoesNotMatter() async throws {
    let site = try SmallSite.ofEverything()
    try await site.build()
    let wanted = try site.output()
    let outer = try TemporaryFolder(["a deep/place here/x": ""])
    let copied = try ChildProcess.shell(
      "cp -R \"$1\" \"$2\"", [site.folder.path, outer.path + "/a deep/place here/site"])
    try #require(copied.status == 0)
    for (folder, arguments) in [
      ("a deep/place here/site", ["build", "-o", "../elsewhere"]),
      ("a deep", ["build", "place here/site", "-o", "elsewhere"]),
      ("a deep/place here", ["build", "./site/", "--destination", "../../third/level"]),
    ] {
      let run = try ChildProcess(ChildProcess.sitegen, arguments, in: outer.path + "/" + folder).wait()
      #expect(run.status == 0, "\(run.errors)")
    }
    for folder in ["a deep/place here/elsewhere", "a deep/elsewhere", "third/level"] {
      #expect(try outer.files(in: folder) == wanted)
    }
  }
}
