import Diagnostics
import Testing

@testable import Pipeline

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whole small sites with what has to come out of them. `Fixtures/README.md` says how to add one.
@Suite struct GoldenSiteTests {
  static let folder = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Fixtures"
  static let isUpdating = getenv("SITEGEN_UPDATE_GOLDEN").map { String(cString: $0) == "1" } ?? false
  /// What a case leaves out comes from here.
  static let base = "default"

  static let cases: [String] = {
    let entries = (try? FileSystem.names(in: folder)) ?? []
    return entries.filter { $0.kind == .folder && $0.name != base }.compactMap(\.name).sorted()
  }()

  @Test func thereAreCases() { #expect(Self.cases.count > 40) }

  @Test(arguments: cases)
  func makesExactlyWhatIsExpected(_ name: String) async throws {
    let site = try TemporaryFolder()
    for source in [Self.base, name] {
      for (file, bytes) in try filesBelow(Self.folder + "/" + source) where !file.hasPrefix("expected/") {
        try site.write(bytes, to: file)
      }
    }
    let made = try await outcome(of: site)

    let place = Self.folder + "/" + name + "/expected"
    if Self.isUpdating {
      try FileSystem.removeTree(place)
      for (file, bytes) in made {
        let path = place + "/" + file
        try FileSystem.makeFolder(String(path[..<path.lastIndex(of: "/")!]))
        try FileSystem.write(bytes, to: path)
      }
      return
    }
    let expected = try filesBelow(place)
    for file in Set(expected.keys).union(made.keys).sorted() {
      guard let bytes = made[file] else {
        Issue.record("\(name): '\(file)' is expected and was not made")
        continue
      }
      guard let wanted = expected[file] else {
        Issue.record("\(name): '\(file)' was made and is not expected; `make golden` accepts it:\n\(text(bytes))")
        continue
      }
      if bytes != wanted {
        Issue.record("\(name): '\(file)' is not as expected\n--- expected\n\(text(wanted))\n--- made\n\(text(bytes))")
      }
    }
  }

  /// The site's files below `public/`, and the report as the user sees it in `diagnostics.txt`.
  private func outcome(of site: TemporaryFolder) async throws -> [String: [UInt8]] {
    var options = Build.Options(root: site.path)
    options.drafts = site.exists("with-drafts")
    options.threads = 2
    let result = try await Build(options).run()
    let report = TextReport.render(result.diagnostics, contents: Excerpts(root: site.path).bytes)
    var made = ["diagnostics.txt": Array((report + TextReport.summary(result.diagnostics) + "\n").utf8)]
    guard site.exists("public") else { return made }
    #expect(!result.diagnostics.hasErrors(), "a site with errors was written")
    for (file, bytes) in try site.files(in: "public") where file != Manifest.fileName { made["public/" + file] = bytes }
    return made
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
