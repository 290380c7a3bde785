import Content
import Diagnostics

extension Check {
  /// A source that nothing cites.
  static let unusedReference = Check(
    "evidence/unused-reference", .info,
    .init(
      finds: "A reference that no page, definition or row of data cites.",
      why: "The list of sources should show what the site rests on, and somebody has to keep each entry right.",
      bad: [
        "content/page.md": "It helps [@one].\n",
        "content/data/references.json":
          "[{\"id\": \"one\", \"title\": \"One\"}, {\"id\": \"two\", \"title\": \"Two\"}]\n",
      ],
      good: [
        "content/page.md": "It helps [@one; @two].\n",
        "content/data/references.json":
          "[{\"id\": \"one\", \"title\": \"One\"}, {\"id\": \"two\", \"title\": \"Two\"}]\n",
      ]),
    scope: .site { input in
      let references = input.site.data.references
      var isCited = [Bool](repeating: false, count: references.count)
      for page in input.site.pages { for i in page.citations.references { isCited[i] = true } }
      input.eachKeyCitedInData { key in
        if let i = input.site.referenceByID[key.text] { isCited[i] = true }
      }
      return zip(references, isCited).lazy.filter { !$0.1 }.map { reference, _ in
        Finding(
          at: reference.location, "nothing cites '\(reference.id)'",
          help: "cite it where it backs a sentence, or remove it from content/data/references.json")
      }
    })
}
