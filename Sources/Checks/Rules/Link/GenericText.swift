import Content
import Diagnostics

extension Check {
  /// A link whose words say nothing of where it leads.
  static let genericLinkText = Check(
    "link/generic-text", .warning,
    .init(
      finds:
        "A link whose whole text is a phrase of `content/data/words/<language>/generic-link-text.yml`, such as "
        + "“click here”.",
      why:
        "Many people jump from link to link, by screen reader or by eye. They hear “here, here, read more”, and "
        + "none tells them which one they need.",
      bad: [
        "content/data/words/en/generic-link-text.yml": "- click here\n",
        "content/page.md": "For the signs of an overdose, [click here](index.md).\n",
      ],
      good: [
        "content/data/words/en/generic-link-text.yml": "- click here\n",
        "content/page.md": "Learn [the signs of an overdose](index.md).\n",
      ]),
    scope: .site { input in
      let generic = input.words.mapValues { lists in
        Set((lists.entries["generic-link-text"] ?? []).lazy.compactMap { WordRun.hash(of: $0.text) })
      }
      return input.site.pages.flatMap { page -> [Finding] in
        guard let phrases = generic[page.language], !phrases.isEmpty else { return [] }
        return page.document.links.compactMap { link in
          let i = Int(link.node)
          guard page.document.nodes[i].kind == .link, let hash = page.document.hash(ofWordsIn: i),
            phrases.contains(hash)
          else { return nil }
          return Finding(
            at: page.location(ofTextIn: i),
            "'\(page.document.plainText(of: i))' does not say where the link leads",
            help: "make the words that name the place the link, as in 'see [signs of an overdose](…)'")
        }
      }
    })
}
