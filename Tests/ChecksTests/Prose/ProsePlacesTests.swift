import Testing

@testable import Checks

/// Places of words, by a check that finds every `x`-word.
@Suite struct ProsePlacesTests {
  private static let finder = Check(
    "test/finder", .warning, .init(finds: "", why: "", bad: "", good: ""),
    scope: .prose { prose, input in
      prose.matches(in: "test").map { Finding(at: prose.location(ofWords: $0.words, input), "found") }
    })

  private func find(_ text: String, _ more: [String: String] = [:]) async throws {
    let list = ["content/data/words/en/test.yml": "- target\n- two words\n", "content/page.md": text]
    try await findings(of: Self.finder, list.merging(more) { a, _ in a })
  }

  @Test(arguments: [
    "A 👉target👈.", "Caf\u{e9} – “👉target👈”.", "*em* **👉target👈** and _👉two👈* words_",
    "&amp; &eacute; &#65; 👉target👈 and 👉target👈", #"\* \[ 👉target👈 \\ 👉target👈"#, "`code target` 👉target👈",
    "line one\nline two 👉target👈\n   indented 👉target👈", "a  \nbreak\\\n👉target👈", "# 👉target👈 #\n\nSet 👉target👈\n===",
    "> quote 👉target👈\n> > deep\n> > 👉target👈\nlazy 👉target👈", "- a 👉target👈\n  and 👉target👈\n  - deep 👉target👈",
    "1. [link &amp; 👉target👈](page.md \"target\")", "![alt &amp; 👉target👈](a.png)", "~~👉target👈~~ <b>👉target👈</b>",
    "| a | b |\n|---|---|\n| c \\| d | &lt; 👉target👈 |\n| *👉target👈* | |", "::: note\n👉target👈 in it\n:::",
    "note[^1]\n\n[^1]: the 👉target👈", "See [@x] 👉target👈", "👉two *words👈*, 👉two\nwords👈",
  ])
  func wordsInTextHaveTheirExactPlace(_ text: String) async throws {
    let text = text.replacing("_👉two👈* words_", with: "_👉two words👈_").replacing("👉two\nwords👈", with: "👉two👈\nwords")
    try await find(text + "\n")
  }

  @Test(arguments: [
    "title: a 👉target👈", "title: \"a 👉target👈\"", "title: 'a 👉target👈'", "title: T\ndescription: caf\u{e9} 👉target👈",
    "title: T\ndescription: \"– 👉two words👈\"",
  ])
  func wordsInFrontMatterHaveTheirExactPlace(_ matter: String) async throws {
    try await find("---\n\(matter)\n---\nText.\n")
  }

  @Test func valuesWithEscapesAreUnderlinedAsAWhole() async throws {
    try await find("---\ntitle: 👉\"a \\\"b\\\" target\"👈\n---\nText.\n")
  }

  @Test func indentedTextIsReadWhereItReadsLikeASentence() async throws {
    try await find(
      """
      A list that ended.

          Four spaces made code of this 👉target👈, which nobody wanted
          to happen to a 👉target👈.

          let target = 1

      ```
      A fenced block is code, whatever it says about the target here.
      ```
      """)
  }

  @Test func definitionsOfTheGlossaryHaveThePlaceOfTheirValue() async throws {
    let marked = try MarkedSite([
      "content/data/words/en/test.yml": "- target\n",
      "content/data/glossary.yml": "- {id: a, term: A, definition: the target}\n",
    ])
    let found = try await marked.found(by: [Self.finder])
    #expect(found.map(\.location.file) == ["content/data/glossary.yml"])
    #expect(found.map(\.location.line) == [1])
  }
}
