import Markdown

enum Tags {
  /// The tags of all pages, by language and label.
  static func collect(_ pages: [Page], _ settings: Settings) -> [Site.Tag] {
    if let outputs = settings.outputs, !outputs.contains(where: { $0.text == GeneratedPage.Kind.topics.rawValue }) {
      return []
    }
    var members: [String: [String: [Int]]] = [:]
    for (i, page) in pages.enumerated() {
      for tag in Set(page.frontMatter.tags.map(\.text)) {
        members[page.language, default: [:]][tag, default: []].append(i)
      }
    }
    return members.flatMap { language, tags in
      tags.map { id, found in
        Site.Tag(
          id: id, label: label(of: id), language: language,
          address: Addresses.prefix(of: language, settings) + "topics/" + Slug.make(id) + "/",
          pages: found.sorted { (pages[$0].title, $0) < (pages[$1].title, $1) })
      }
    }.sorted { ($0.language, $0.label, $0.id) < ($1.language, $1.label, $1.id) }
  }

  /// `heart-and-breathing` → `Heart and breathing`.
  private static func label(of id: String) -> String {
    let words = id.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
