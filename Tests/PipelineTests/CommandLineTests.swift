import Foundation
import Testing

@testable import Pipeline

/// The built program as users meet it: exit codes, streams, flags.
@Suite struct CommandLineTests {
  private let site: SmallSite
  private var root: String { site.folder.path }

  init() throws { site = try SmallSite() }

  private func breakPage() throws {
    try site.folder.write(SmallSite.page("Home", "[x](nowhere.md)\n"), to: "content/index.md")
  }

  private func addWarning() throws {
    try site.folder.write("{{$main}}{{/main}}\n", to: "templates/layouts/base.html")
    try site.folder.write(
      "{{< layouts/base}}lost{{$main}}{{page.title}}{{/main}}{{/ layouts/base}}\n", to: "templates/layouts/page.html")
  }

  // MARK: Exit codes and streams

  @Test func aGoodBuildSaysSoOnStandardErrorAndEndsWith0() throws {
    let run = try ChildProcess.sitegen("build", root)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors == "Built 1 pages into \(root)/public: 1 files written, 0 unchanged, 0 deleted.\n")
    #expect(try ChildProcess.sitegen("build", root, "--quiet").errors.isEmpty)
  }

  @Test func mistakesInContentEndWith1AndAReportOnStandardError() throws {
    try breakPage()
    let run = try ChildProcess.sitegen("build", root)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(
      run.errors == """
        content/index.md:4:1: error[link/missing-page]: no page at 'content/nowhere.md'
            4 | [x](nowhere.md)
              | ^~~~~~~~~~~~~~~
          help: link to the Markdown file of the page, such as '../risks/bladder.md'
        1 error in 1 file

        """)
    #expect(!site.folder.exists("public"))
  }

  @Test(arguments: [
    ["build", "--nope"], ["bulid"], ["build", "--threads", "0"], ["build", "a", "--root", "b"],
    ["build", "--format", "xml"],
    ["build", "--quiet", "--verbose"], ["list", "--today", "yesterday"], [], ["--nope"], ["build", "--root"],
  ])
  func wrongUsageEndsWith2(_ arguments: [String]) throws {
    let run = try ChildProcess(ChildProcess.sitegen, arguments).wait()
    #expect(run.status == 2, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test func wrongSettingsEndWith2() throws {
    #expect(try ChildProcess.sitegen("build", root + "/nowhere").status == 2)
    #expect(try ChildProcess.sitegen("build", root, "--config", "other.yml").status == 2)
    #expect(try ChildProcess.sitegen("build", root, "--base-url", "example.org").status == 2)
    try site.folder.write("title: [\n", to: "sitegen.yml")
    for command in ["build", "list"] {
      let run = try ChildProcess.sitegen(command, root)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("sitegen.yml:1:8: error[data/yaml-syntax]: the bracket that opens here"))
    }
  }

  @Test func theWrongOutputFolderEndsWith1() throws {
    let inside = try ChildProcess.sitegen("build", root, "-o", root + "/content/public")
    #expect(inside.status == 1)
    #expect(
      inside.errors == """
        \(root)/content/public: error[output/refused]: the output folder is inside the input folder '\(root)/content'
          help: choose a folder beside it, such as public/
        1 error in 1 file

        """)
    try site.folder.write("mine", to: "mine/file")
    #expect(try ChildProcess.sitegen("build", root, "-o", root + "/mine").status == 1)
    #expect(try ChildProcess.sitegen("clean", root, "-o", root + "/mine").status == 1)
  }

  @Test func aDiskThatTakesNoMoreEndsWith3AndLeavesTheOldSite() throws {
    try #require(try ChildProcess.sitegen("build", root).status == 0)
    let before = try site.output()
    try site.folder.write(
      SmallSite.page("Home", String(repeating: "Long text.\n", count: 20_000)), to: "content/index.md")
    // A limit on the size of files: the kernel refuses the write as it does when the disk is full.
    let run = try ChildProcess.shell("ulimit -f 8; exec \"$1\" build \"$2\"", [ChildProcess.sitegen, root])
    #expect(run.status == 3)
    #expect(
      run.errors.contains("error[output/failed]: the file cannot be written: it would be larger than this account"))
    #expect(try site.output() == before)
    #expect(!site.folder.exists(".public.sitegen-staging"))
  }

  @Test func aFullStandardOutputEndsWith3() throws {
    guard FileSystem.exists("/dev/full") else { return }
    let run = try ChildProcess.shell("exec \"$1\" list \"$2\" >/dev/full", [ChildProcess.sitegen, root])
    #expect(run.status == 3)
    #expect(run.errors.contains("the disk is full"))
  }

  @Test func aFolderThatMayNotBeWrittenToEndsWith3() throws {
    guard geteuid() != 0 else {
      // Permissions do not bind root; a file where a folder is needed does.
      try site.folder.write("", to: "file")
      let run = try ChildProcess.sitegen("build", root, "-o", root + "/file/public")
      #expect(run.status == 3)
      return
    }
    try FileSystem.makeFolder(root + "/locked")
    chmod(root + "/locked", 0o500)
    #expect(try ChildProcess.sitegen("build", root, "-o", root + "/locked/public").status == 3)
  }

  // MARK: Help

  @Test func helpAndVersionGoToStandardOutput() throws {
    for arguments in [["--help"], ["-h"], ["help"], ["build", "--help"], ["help", "build"], ["list", "-h"]] {
      let run = try ChildProcess(ChildProcess.sitegen, arguments).wait()
      #expect(run.status == 0)
      #expect(run.output.contains("USAGE:"), "\(arguments)")
      #expect(run.errors.isEmpty)
    }
    let version = try ChildProcess.sitegen("--version")
    #expect(version.output.hasPrefix("sitegen "))
    #expect(version.output.contains("cmark-gfm 0."))
    #expect(version.status == 0)
  }

  @Test func anUnknownCommandIsToldTheNearest() throws {
    #expect(try ChildProcess.sitegen("biuld").errors.contains("there is no command 'biuld'; did you mean 'build'"))
    #expect(try ChildProcess.sitegen("xyzzy").errors.contains("there is no command 'xyzzy'"))
  }

  // MARK: Flags

  @Test(arguments: ["-o", "--output", "--output-dir", "--destination"])
  func theOutputFolderHasTheNamesPeopleKnow(_ flag: String) throws {
    #expect(try ChildProcess.sitegen("build", root, flag, root + "/out").status == 0)
    #expect(site.folder.exists("out/index.html"))
    #expect(try ChildProcess.sitegen("clean", root, flag, root + "/out").status == 0)
    #expect(!site.folder.exists("out"))
  }

  @Test func optionsMayStandBeforeTheCommand() throws {
    for arguments in [
      ["--root", root, "build"], ["-r", root, "--quiet", "build", "-o", root + "/out"], ["--root=" + root, "list"],
    ] {
      #expect(try ChildProcess(ChildProcess.sitegen, arguments).wait().status == 0, "\(arguments)")
    }
    #expect(site.folder.exists("public/index.html"))
    #expect(site.folder.exists("out/index.html"))
  }

  @Test func theBaseURLComesFromTheCommandThenTheEnvironmentThenTheSettings() throws {
    try site.folder.write("{{page.absoluteURL}}", to: "templates/layouts/page.html")
    func url(_ arguments: [String], _ environment: [String: String]) throws -> String {
      let run = try ChildProcess(ChildProcess.sitegen, ["build", root] + arguments, environment: environment).wait()
      try #require(run.status == 0, "\(run.errors)")
      return try site.folder.text("public/index.html")
    }
    #expect(try url([], [:]) == "https://example.org/")
    #expect(try url([], ["SITEGEN_BASE_URL": "https://env.example/x"]) == "https://env.example/x/")
    #expect(try url([], ["SITEGEN_BASE_URL": ""]) == "https://example.org/")
    let both = try url(["-u", "https://flag.example/"], ["SITEGEN_BASE_URL": "https://env.example/"])
    #expect(both == "https://flag.example/")
  }

  @Test func aLaterSettingsFileWins() throws {
    try site.folder.write("{{site.title}} {{site.url}}", to: "templates/layouts/page.html")
    try site.folder.write("title: Staging\n", to: "staging.yml")
    #expect(try ChildProcess.sitegen("build", root, "-c", "sitegen.yml", "--config", "staging.yml").status == 0)
    #expect(try site.folder.text("public/index.html") == "Staging https://example.org/")
  }

  @Test func draftsAreBuiltWhenAskedFor() throws {
    try site.folder.write(SmallSite.page("Draft", "Text.\n", "status: draft\n"), to: "content/d.md")
    try #require(try ChildProcess.sitegen("build", root).status == 0)
    #expect(!site.folder.exists("public/d"))
    for flag in ["-D", "--drafts"] {
      try #require(try ChildProcess.sitegen("build", root, flag).status == 0)
      #expect(site.folder.exists("public/d/index.html"))
    }
  }

  @Test func warningsFailWhenAskedTo() throws {
    try addWarning()
    let plain = try ChildProcess.sitegen("build", root)
    #expect(plain.status == 0)
    #expect(plain.errors.contains("warning[template/outside-block]"))
    #expect(plain.errors.contains("1 warning in 1 file"))
    for arguments in [["--strict"], ["--fail-on", "warning"], ["--fail-on", "info"]] {
      #expect(try ChildProcess(ChildProcess.sitegen, ["build", root] + arguments).wait().status == 1)
    }
    #expect(try ChildProcess.sitegen("build", root, "--quiet").errors.isEmpty)
    #expect(try ChildProcess.sitegen("build", root, "--quiet", "--strict").status == 1)
  }

  @Test func allMistakesAreReportedAtOnceInOrder() throws {
    try breakPage()
    try site.folder.write("---\ntitle: A\n", to: "content/a.md")
    try site.folder.write("[", to: "content/data/glossary.yml")
    try site.folder.write("{{#x}}", to: "templates/layouts/page.html")
    let run = try ChildProcess.sitegen("build", root, "--format", "concise")
    #expect(run.status == 1)
    let places = run.errors.split(separator: "\n").map { $0.prefix { $0 != ":" } }
    #expect(places == ["content/a.md", "content/data/glossary.yml", "content/index.md", "templates/layouts/page.html"])
  }

  // MARK: Formats

  @Test func formatsForProgramsGoToStandardOutput() throws {
    try breakPage()
    for format in ["json", "sarif"] {
      for output in [root + "/public", root + "/content/x"] {
        let run = try ChildProcess.sitegen("build", root, "-o", output, "--format", format)
        #expect(run.status == 1)
        #expect(run.errors.isEmpty)
        let parsed = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(parsed?[format == "json" ? "diagnostics" : "runs"] is [Any])
      }
    }
    let github = try ChildProcess.sitegen("build", root, "--format", "github")
    #expect(github.output.hasPrefix("::error file=content/index.md,line=4,"))
    #expect(github.status == 1)
    let concise = try ChildProcess.sitegen("build", root, "--format", "concise")
    #expect(concise.errors == "content/index.md:4:1: error[link/missing-page]: no page at 'content/nowhere.md'\n")
  }

  @Test func aGoodBuildIsAnEmptyReportForPrograms() throws {
    let run = try ChildProcess.sitegen("build", root, "--format", "json", "--quiet")
    #expect(run.output == "{\"schemaVersion\":1,\"diagnostics\":[]}\n")
    #expect(run.status == 0)
  }
}
