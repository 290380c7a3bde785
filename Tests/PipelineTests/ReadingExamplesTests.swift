import Checks
import Content
import Diagnostics
import Testing

@testable import Pipeline

/// The examples of checks that earlier stages carry out, built on a disk as an editor would have them.
@Suite struct ReadingExamplesTests {
  static let ids = Check.all.filter { check in
    guard case .reading = check.scope else { return false }
    return !check.explanation.bad.isEmpty
  }.map(\.id)

  @Test(arguments: ids)
  func examplesShowTheMistakeAndItsAbsence(_ id: String) async throws {
    let check = try #require(Check.all.first { $0.id == id })
    for (files, isBad) in [(check.explanation.bad, true), (check.explanation.good, false)] {
      let site = try Self.site(files)
      var options = Build.Options(root: site.folder.path)
      options.today = CalendarDay("2026-11-21")
      let found = await Build(options).check().diagnostics.filter { $0.rule == check.id }
      if isBad {
        #expect(!found.isEmpty, "\(check.id) does not find its own bad example")
      } else {
        #expect(found.isEmpty, "\(check.id) finds this in its own good example: \(found.map(\.message))")
      }
    }
  }

  /// The example with the rest of a good site around it. `a -> b` is a link, and � a byte that is not UTF-8.
  private static func site(_ files: [String: String]) throws -> SmallSite {
    let site = try SmallSite()
    for (path, text) in files {
      if let arrow = path.firstRange(of: " -> ") {
        let name = String(path[..<arrow.lowerBound])
        try site.folder.write("", to: name)
        try site.folder.remove(name)
        try site.folder.link(name, to: String(path[arrow.upperBound...]))
        continue
      }
      var whole = text
      if path.hasPrefix("content/"), path.hasSuffix(".md"), !text.hasPrefix("---\n") {
        whole = "---\ntitle: \(path)\n---\n" + text
      }
      let parts = whole.split(separator: "\u{FFFD}", omittingEmptySubsequences: false)
      try site.folder.write(Array(parts.map { Array($0.utf8) }.joined(separator: [0xFF])), to: path)
    }
    // Where the mistake is a wrong name, the right one must not be there.
    for (wrong, right) in [("contents/index.md", "content/index.md"), ("site.yml", "sitegen.yml")]
    where files[wrong] != nil { try site.folder.remove(right) }
    return site
  }
}
