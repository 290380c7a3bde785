import Content
import Diagnostics

extension Check {
  /// Words that judge a person.
  static let stigmatising = Check(
    "language/stigmatising", .warning,
    .init(
      finds: """
        A word or phrase that judges people, such as "addict", "drug abuse" or "committed suicide". The words are in \
        `content/data/words/en/stigmatising.yml`. Words in quotation marks and names of organisations are left alone.
        """,
      why: "People who feel judged stop reading, and are less likely to ask for help.",
      bad: [
        "content/page.md": "Ketamine addicts often wait too long to see a doctor.\n",
        "content/data/words/en/stigmatising.yml": "- {avoid: addict, write: person with a substance use disorder}\n",
      ],
      good: [
        "content/page.md":
          "People who use ketamine often wait too long to see a doctor. Nobody is just \"an addict\".\n",
        "content/data/words/en/stigmatising.yml": "- {avoid: addict, write: person with a substance use disorder}\n",
      ]),
    scope: .prose { prose, input in
      prose.uses(of: "stigmatising", quoted: .max, cue: 6).compactMap { match in
        if prose.isName(match.words) { return nil }
        let location = prose.location(ofWords: match.words, input)
        return Finding(
          at: location, "'\(prose.string(ofWords: match.words))' \(match.phrase.reason ?? "judges people")",
          help: match.phrase.instead.map { "write '\($0)'" } ?? "name what happens, and put the person first",
          edits: prose.edits(for: match, at: location))
      }
    })
}
