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
      var found = try await found(in: files, isWhole: true).filter { $0.rule == id }
      // What is missing from a page only shows without what is added to it.
      if isBad, found.isEmpty { found = try await self.found(in: files, isWhole: false).filter { $0.rule == id } }
      if isBad {
        #expect(!found.isEmpty, "\(check.id) does not find its own bad example")
      } else {
        #expect(found.isEmpty, "\(check.id) finds this in its own good example: \(found.map(\.message))")
      }
    }
  }

  private func found(in files: [String: String], isWhole: Bool) async throws -> [Diagnostic] {
    let site = try Self.site(files, isWhole: isWhole)
    var options = Build.Options(root: site.folder.path)
    options.today = CalendarDay("2026-11-21")
    return await Build(options).check().diagnostics
  }

  /// The example with the rest of a good site around it. `a -> b` is a link, and � a byte that is not UTF-8.
  private static func site(_ files: [String: String], isWhole: Bool) throws -> SmallSite {
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
      if isWhole, path.hasPrefix("content/"), path.hasSuffix(".md"), !text.hasPrefix("---\n") {
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
