import Diagnostics
import TestSupport
import Testing

@testable import Content

struct CitationListTests {
  private let known = ["a": 10, "b": 11, "c": 12]

  private func keys(_ text: String) -> [LocatedText] {
    text.split(separator: " ").map { LocatedText(String($0), at: SourceLocation(file: "a.md")) }
  }

  private func list(_ citations: String...) -> CitationList {
    var list = CitationList(citations: citations.count)
    for (i, citation) in citations.enumerated() { list.cite(citation: i, keys(citation), known) }
    return list
  }

  /// `number.occurrence` of each mark.
  private func written(_ marks: [CitationList.Mark]) -> String {
    marks.map { "\($0.number).\($0.occurrence)" }.joined(separator: " ")
  }

  @Test func numbersReferencesInTheOrderOfFirstMention() {
    let list = list("b", "a b", "c a", "b")
    #expect(list.references == [11, 10, 12])
    #expect(list.occurrences == [3, 2, 1])
    #expect(list.marks.map(written) == ["1.1", "2.1 1.2", "3.1 2.2", "1.3"])
    #expect(list.unknown.isEmpty)
  }

  @Test func countsAReferenceTwiceThatOneCitationNamesTwice() {
    #expect(list("a a").marks.map(written) == ["1.1 1.2"])
  }

  @Test func leavesOutAndRemembersWhatIsUnknown() {
    let list = list("zzz", "a zzz b")
    #expect(list.marks.map(written) == ["", "1.1 2.1"])
    #expect(list.unknown.map(\.text) == ["zzz", "zzz"])
  }

  @Test func numbersTheRowsOfADirective() {
    var list = CitationList(citations: 1)
    list.cite(directive: 4, rows: [keys("b"), [], keys("a b zzz")], known)
    list.cite(citation: 0, keys("a"), known)
    #expect(list.rowMarks[4]?.map(written) == ["1.1", "", "2.1 1.2"])
    #expect(list.marks.map(written) == ["2.2"])
    #expect(list.unknown.map(\.text) == ["zzz"])
  }

  @Test func aSliceKeepsTheNumbersOfTheWhole() {
    let slice = list("a", "b", "c").slice(from: 1, count: 2)
    #expect(slice.marks.map(written) == ["2.1", "3.1"])
    #expect(slice.references == [10, 11, 12])
    #expect(list("a").slice(from: 1, count: 0).marks.isEmpty)
  }

  @Test func aPageIsNumberedInTheOrderOfItsText() async throws {
    let site = try await ResolvedSite([
      "content/data/references.json":
        "[{\"id\": \"a\", \"title\": \"A\"}, {\"id\": \"b\", \"title\": \"B\"}, {\"id\": \"c\", \"title\": \"C\"}]",
      "content/data/rows.yml": "- {name: x, references: [c, zzz]}\n- {name: y, reference: b}\n",
      "content/index.md": page("Home", "One [@b].[^1]\n\n:::rows\n:::\n\nTwo [@a; @c].\n\n[^1]: Note [@a].\n"),
    ])
    let citations = try site.page("index.md").citations
    #expect(citations.references.map { site.site.data.references[$0].id } == ["b", "c", "a"])
    #expect(citations.marks.map(written) == ["1.1", "3.1 2.2", "3.2"])
    #expect(citations.rowMarks[0]?.map(written) == ["2.1", "1.2"])
    #expect(citations.unknown.map(\.text) == ["zzz"])
    #expect(citations.unknown.map(\.location.file) == ["content/data/rows.yml"])
  }
}
