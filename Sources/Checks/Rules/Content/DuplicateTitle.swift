import Content
import Diagnostics

extension Check {
  /// Two pages of one language with the same title.
  static let duplicateTitle = Check(
    "content/duplicate-title", .warning,
    .init(
      finds: "Two pages in one language with the same title. Upper and lower case count as the same.",
      why: "In search results, tabs, lists and bookmarks nobody can tell them apart.",
      bad: [
        "content/page.md": "---\ntitle: Side effects\n---\nOf treatment.\n",
        "content/risks.md": "---\ntitle: Side effects\n---\nOf other use.\n",
      ],
      good: [
        "content/page.md": "---\ntitle: Side effects of treatment\n---\nOf treatment.\n",
        "content/risks.md": "---\ntitle: Risks of recreational use\n---\nOf other use.\n",
      ]),
    scope: .site { input in
      struct Name: Hashable {
        let language: String
        let words: UInt64
      }
      var first = [Name: Int](minimumCapacity: input.site.pages.count)
      var found: [Finding] = []
      for (i, page) in input.site.pages.enumerated() where !page.parsed.isUnread {
        // A hash of words looks to the case of other letters only.
        let title = page.title.utf8.allSatisfy { $0 < 0x80 } ? page.title : page.title.lowercased()
        guard let words = WordRun.hash(of: title) else { continue }
        guard let other = first.updateValue(i, forKey: Name(language: page.language, words: words)) else { continue }
        let earlier = input.site.pages[other].frontMatter.title.location
        found.append(
          Finding(
            at: page.frontMatter.title.location, "another page has the title '\(page.title)' too",
            help: "say in each title what only that page is about", notes: [.init("the other page", at: earlier)]))
      }
      return found
    })
}
