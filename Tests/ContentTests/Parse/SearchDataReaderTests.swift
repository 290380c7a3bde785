import Diagnostics
import Testing

@testable import Content

struct SearchDataReaderTests {
  private func read(_ yaml: String) throws -> (search: [SearchData], problems: [Diagnostic]) {
    let (node, found) = YAML.read(yaml.utf8, file: "search.yml")
    var problems = found
    let root = try #require(node)
    return (SearchDataReader.read(root, &problems), problems)
  }

  @Test func readsEachLanguage() throws {
    let (search, problems) = try read(
      """
      en:
        ignore: [the]
        endings: [ing, s]
        spellings: {our: or, ae: e}
        same:
          - [ketamine, special k]
        pinned:
          - {page: help.md, for: [overdose, not breathing]}
        terms:
          risks/bladder.md: [hurts to wee]
      de:
      """)
    #expect(problems.isEmpty)
    #expect(search.map(\.language.text) == ["en", "de"])
    let english = try #require(search.first)
    #expect(english.ignored == ["the"] && english.endings == ["ing", "s"])
    #expect(english.spellings.map { "\($0.from) \($0.to)" } == ["our or", "ae e"])
    #expect(english.same == [["ketamine", "special k"]])
    #expect(
      english.pinned.map(\.page.text) == ["help.md"] && english.pinned[0].phrases == ["overdose", "not breathing"])
    #expect(english.pinned[0].page.location.line == 8)
    #expect(english.terms.map(\.page.text) == ["risks/bladder.md"] && english.terms[0].phrases == ["hurts to wee"])
  }

  @Test(arguments: [
    ("- en", "1:1 data/wrong-type: `search` takes languages, such as `en:`, this is a list"),
    ("en: {pined: []}", "1:6 data/unknown-key: search has no key `pined`"),
    ("en: {pinned: [{page: a.md}]}", "1:15 data/missing-key: pinned has no `for`"),
    ("en: {pinned: [{for: [a]}]}", "1:15 data/missing-key: pinned has no `page`"),
    ("en: {terms: [a.md]}", "1:13 data/wrong-type: `terms` takes pages with phrases, such as"),
    ("en: {terms: {a.md: b}}", "1:20 data/wrong-type: `a.md` takes a list of phrases, this is a text"),
    ("en: {spellings: [our]}", "1:17 data/wrong-type: `spellings` takes letters and what they stand for"),
    ("en: {same: [wee]}", "1:13 data/wrong-type: `same` takes a list of words, this is a text"),
    ("en: {same: [[wee, pee], [Pee]]}", "1:26 data/duplicate-id: 'Pee' stands in `same` twice"),
    (
      "en: {same: [[wee, go for a very long wee]]}",
      "1:19 data/wrong-type: 'go for a very long wee' in `same` has 6 words"
    ),
    (
      "en: {same: [[k hole], [khole]]}", "1:24 data/duplicate-id: 'khole' is the same word as 'k hole' in another group"
    ),
    (
      "en: {same: [[nose, nosey], [nos]], endings: [ey, e]}",
      "1:29 data/duplicate-id: 'nos' is the same word as 'nose' in another group of `same`"
    ),
  ])
  func saysWhatIsWrongAndWhere(yaml: String, expected: String) throws {
    let told = try read(yaml).problems.map { "\($0.location.line):\($0.location.column) \($0.rule): \($0.message)" }
    #expect(told.count == 1)
    #expect(told.first?.hasPrefix(expected) == true, "\(told)")
  }

  @Test func keepsWhatIsRight() throws {
    let (search, problems) = try read("en: {ignore: [the], pinned: [{page: a.md}, {page: b.md, for: [c]}]}")
    #expect(problems.count == 1)
    #expect(search.first?.ignored == ["the"] && search.first?.pinned.map(\.page.text) == ["b.md"])
  }
}
