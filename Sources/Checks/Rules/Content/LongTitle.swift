import Content
import Diagnostics

extension Check {
  /// A title that is cut off wherever there is little room.
  static let longTitle = Check(
    "content/long-title", .info,
    .init(
      finds: "A title of more than 65 letters. Letters of wide scripts, such as Chinese, count as two.",
      why: "Search results, tabs and bookmarks show about 65 letters, so the end of a longer title is never read.",
      bad: "---\ntitle: What to do in the first minutes after somebody has taken far too much ketamine\n---\nText.\n",
      good: "---\ntitle: Too much ketamine, what to do first\n---\nText.\n"),
    scope: .page { view in
      let title = view.page.title
      // Fewer bytes are never more letters, and no letter of three bytes counts more than two.
      guard title.utf8.count > longestTitle, !view.page.parsed.isUnread, width(of: title) > longestTitle else {
        return []
      }
      return [
        Finding(
          at: view.page.frontMatter.title.location,
          "the title takes the room of \(width(of: title)) letters, \(longestTitle) are shown",
          help: "say it in fewer words, the ones that readers search for first")
      ]
    })

  private static let longestTitle = 65

  private static func width(of text: String) -> Int {
    text.reduce(0) { sum, letter in
      let value = letter.unicodeScalars.first?.value ?? 0
      let isWide = (0x1100...0x115F).contains(value) || (0x2E80...0xD7FF).contains(value) || value >= 0x1F000
      return sum + (isWide ? 2 : 1)
    }
  }
}
