import Content
import Diagnostics

extension Check {
  /// A hard medical word without its meaning.
  static let jargon = Check(
    "language/jargon", .info,
    .init(
      finds: """
        A hard medical word that is neither linked to the glossary nor explained where the page first uses it. The \
        words and their plain forms are in `content/data/words/en/jargon.yml`.
        """,
      why: "Readers who do not know the word lose the sentence, and often the page.",
      bad: [
        "content/page.md": "Regular use can cause haematuria.\n",
        "content/data/words/en/jargon.yml": "- {avoid: haematuria, write: blood in your pee}\n",
      ],
      good: [
        "content/page.md": "Regular use can cause blood in your pee (haematuria). Tell the doctor about haematuria.\n",
        "content/data/words/en/jargon.yml": "- {avoid: haematuria, write: blood in your pee}\n",
      ]),
    scope: .prose { prose, input in
      let matches = prose.uses(of: "jargon", quoted: 8, cue: 3)
      guard !matches.isEmpty, let first = FirstUse(prose, input) else { return [] }
      let byWord = Dictionary(matches.map { ($0.words, $0.phrase) }, uniquingKeysWith: { a, _ in a })
      let uses = matches.map { (key: WordHash.of($0.phrase.instead ?? $0.phrase.text), words: $0.words) }
      return first.unexplained(uses) { words in
        byWord[words]?.instead.map { prose.says($0, near: words) } ?? false
      }.map { words in
        let name = prose.string(ofWords: words)
        let plain = byWord[words]?.instead
        let term = input.site.term(named: name)
        return Finding(
          at: prose.location(ofWords: words, input), "'\(name)' is a hard word, and the page does not explain it",
          help: term.map { "link it: `[\(name)](glossary:\($0.id))`" }
            ?? plain.map { "write '\($0)', or '\($0) (\(name))'" }
            ?? "explain it in brackets, or add it to the glossary")
      }
    })
}

extension Prose {
  /// Whether the sentence around some words has all the words of `plain`, in any order.
  fileprivate func says(_ plain: String, near range: Range<Int>) -> Bool {
    let sentence = sentence(around: range.lowerBound, in: blocks[block(at: Int(words[range.lowerBound].start))])
    let wanted = Words.hashes(of: plain)
    return !wanted.isEmpty
      && wanted.allSatisfy { hash in
        sentence.contains { !range.contains($0) && (words[$0].hash == hash || words[$0].stem == hash) }
      }
  }
}
