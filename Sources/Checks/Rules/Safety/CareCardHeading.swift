import Content
import Diagnostics

extension Check {
  /// A care card whose heading does not lead into its list.
  static let careCardHeading = Check(
    "safety/care-card-heading", .error,
    .init(
      finds: "A card `emergency`, `urgent` or `see-doctor` whose title does not say what to do and end in \"if:\".",
      why: "Title and items are one sentence: what to do, and when. Read aloud, nothing else makes sense.",
      bad: [
        "content/page.md": ":::urgent{title=\"Danger signs\"}\n\n- you cannot pee\n\n:::\n",
        "content/data/words/en/context/care-card-endings.yml": "['if:']\n",
      ],
      good: [
        "content/page.md": ":::urgent{title=\"Get medical help today if:\"}\n\n- you cannot pee\n\n:::\n",
        "content/data/words/en/context/care-card-endings.yml": "['if:']\n",
      ]),
    scope: .page { view in
      let endings = view.input.words[view.page.language]?.entries["context/care-card-endings"] ?? []
      guard let first = endings.first else { return [] }
      return view.document.directives.compactMap { directive in
        guard directive.name == "emergency" || directive.name == "urgent" || directive.name == "see-doctor" else {
          return nil
        }
        let title = directive.attributes.first { $0.name == "title" }
        let text = title?.value ?? ""
        if endings.contains(where: { text.hasSuffix(" " + $0.text) }) { return nil }
        return Finding(
          at: title?.location ?? directive.location,
          title == nil
            ? "the card has no title" : "the title of the card does not end in \"\(first.text)\"",
          help: "say what to do, such as \"Call an ambulance now \(first.text)\", and list the signs below")
      }
    })
}
