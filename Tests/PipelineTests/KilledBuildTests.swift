import TestSupport
import Testing

@testable import Pipeline

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct KilledBuildTests {
  /// Two states of one site, that differ in every page; some files are in one of them only, and one is a file in the
  /// first and a folder in the second.
  private func write(state: Int, to site: SmallSite) throws {
    try site.folder.write("{{page.title}} \(state)\n{{page.content}}\n", to: "templates/layouts/page.html")
    try site.folder.write("a { order: \(state) }", to: "templates/assets/style.css")
    try site.folder.remove("content/part")
    try site.folder.write("text", to: state == 0 ? "content/part" : "content/part/of/it.txt")
    for i in 0..<40 {
      try site.folder.remove("content/only/\(1 - state)-\(i).md")
      try site.folder.write(SmallSite.page("Only \(state) \(i)", "Text.\n"), to: "content/only/\(state)-\(i).md")
    }
  }

  /// No sleeping for something to happen: the delay is where the kill hits.
  @Test(.timeLimit(.minutes(30))) func everyFileIsTheOldOneOrTheNewOneAndTheNextBuildRepairs() throws {
    let site = try SmallSite.ofEverything()
    var states: [[String: [UInt8]]] = []
    var duration: useconds_t = 0
    for state in [0, 1] {
      try write(state: state, to: site)
      let start = ContinuousClock.now
      let made = try ChildProcess.sitegen("build", site.folder.path)
      try #require(made.status == 0, "\(made.errors)")
      duration = useconds_t((ContinuousClock.now - start) / .microseconds(1))
      states.append(try site.output())
    }
    var random = SeededRandom(seed: 7)
    var (killed, mixed) = (0, 0)
    var current = 1
    for round in 0..<40 {
      let next = 1 - current
      try write(state: next, to: site)
      let build = try ChildProcess(ChildProcess.sitegen, ["build", site.folder.path, "--quiet"])
      usleep(.random(in: duration / 3...duration, using: &random))
      build.kill()
      if try build.wait().status != 0 { killed += 1 }

      let found = try site.output()
      if found != states[0], found != states[1] { mixed += 1 }
      // An empty folder is nothing to readers; the next build fills it or removes it.
      for (path, bytes) in found where path != Manifest.fileName && !path.hasSuffix("/") {
        #expect(
          states[0][path] == bytes || states[1][path] == bytes, "round \(round): '\(path)' is neither old nor new")
      }
      if round % 3 == 0 { continue }  // The next round kills a build over what this one left.
      let start = ContinuousClock.now
      let repaired = try ChildProcess.sitegen("build", site.folder.path)
      // Other tests run beside this one, so what a build takes changes all the time.
      duration = useconds_t((ContinuousClock.now - start) / .microseconds(1))
      #expect(repaired.status == 0, "\(repaired.errors)")
      #expect(try site.output() == states[next], "round \(round)")
      #expect(!site.folder.exists(".public.sitegen-staging"))
      current = next
    }
    #expect(killed > 5, "\(killed) builds were killed, \(mixed) of them while files were put in place")
  }

  @Test func aKilledFirstBuildLeavesNoFolderOrAWholeSite() throws {
    let site = try SmallSite.ofEverything()
    let made = try ChildProcess.sitegen("build", site.folder.path, "-o", site.folder.path + "/whole")
    try #require(made.status == 0)
    let whole = try site.folder.files(in: "whole")
    var random = SeededRandom(seed: 8)
    for _ in 0..<12 {
      try site.folder.remove("public")
      let build = try ChildProcess(ChildProcess.sitegen, ["build", site.folder.path, "--quiet"])
      usleep(.random(in: 0...60_000, using: &random))
      build.kill()
      _ = try build.wait()
      if site.folder.exists("public") { #expect(try site.output() == whole) }
    }
  }
}
