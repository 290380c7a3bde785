import Content
import Diagnostics

extension Check {
  /// A page that does not say in a sentence what it is about.
  static let missingDescription = Check(
    "content/missing-description", .warning,
    .init(
      finds: "A page without a `description` in its front matter.",
      why:
        "The description stands below the title in search results and in the list of its section. Without one, "
        + "readers have to guess whether the page is for them.",
      bad: [
        "content/index.md":
          "---\ntitle: Ketamine\ndescription: What ketamine does, and where to get help.\n---\nText.\n",
        "content/page.md": "---\ntitle: Driving\n---\nDo not drive for a day.\n",
      ],
      good: [
        "content/index.md":
          "---\ntitle: Ketamine\ndescription: What ketamine does, and where to get help.\n---\nText.\n",
        "content/page.md":
          "---\ntitle: Driving\ndescription: How long ketamine keeps people from driving safely.\n---\nDo not "
          + "drive for a day.\n",
      ]),
    scope: .page { view in
      let page = view.page
      if page.parsed.isUnread { return [] }
      let description = page.description
      if let description, description.text.contains(where: { !$0.isWhitespace }) { return [] }
      return [
        Finding(
          at: description?.location ?? page.frontMatter.title.location, "the page has no description",
          help: "add a line `description: …` to its front matter, with one sentence on what readers learn here")
      ]
    })
}
