import Content
import Diagnostics

extension Check {
  /// A citation of a work that was withdrawn.
  static let retractedReference = Check(
    "evidence/retracted", .error,
    .init(
      finds: "A citation of a work that `content/data/retracted.yml` lists as withdrawn.",
      why: "What was withdrawn is no evidence, though many still cite it.",
      bad: [
        "content/page.md": "It helps [@nobody1999].\n",
        "content/data/references.json": "[{\"id\": \"nobody1999\", \"title\": \"A trial\"}]\n",
        "content/data/retracted.yml": "- {work: nobody1999, because: withdrawn by its journal in 2001}\n",
      ],
      good: [
        "content/page.md": "It helps [@somebody2001].\n",
        "content/data/references.json": "[{\"id\": \"somebody2001\", \"title\": \"A trial\"}]\n",
        "content/data/retracted.yml": "- {work: nobody1999, because: withdrawn by its journal in 2001}\n",
      ]),
    scope: .site { input in
      let retracted = input.keys(ofList: "retracted")
      if retracted.isEmpty { return [] }
      var found: [Finding] = []
      input.eachCitedKey { key in
        guard let reason = retracted[key.text] else { return }
        found.append(
          Finding(
            at: key.location, "'\(key.text)' was withdrawn" + (reason.map { ": \($0)" } ?? ""),
            help: "take out the citation and what rests on it alone"))
      }
      return found
    })
}
