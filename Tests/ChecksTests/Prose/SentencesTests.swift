import Testing

@testable import Checks

@Suite struct SentencesTests {
  private func prose(_ text: String) async throws -> Prose {
    let input = try await MarkedSite(["content/page.md": text + "\n"]).input().0
    return PageView(try #require(input.site.page(at: "content/page.md")), input).prose
  }

  private func sentences(_ text: String) async throws -> [String] {
    let prose = try await prose(text)
    return prose.blocks.filter { $0.kind != .title }.flatMap { prose.sentences(of: $0) }
      .map { prose.string(ofWords: $0) }
  }

  @Test(arguments: [
    "One. Two? Three! Four": 4, "It took 1.5 hours. Then 8,282 people left.": 2,
    "Dr. Lee and Prof. Kim met Mr. Roy.": 1,
    "Sleepy, e.g. Ketamine, i.e. This one.": 1, "Calvin L. Stevens made it. It worked.": 2,
    "Hepatitis C. People can be cured.": 2, "It is in Schedule I. The law says so.": 2, "The U.S. Food agency. Yes.": 2,
    "Open until 5 p.m. Then it closes.": 2, "Lee et al. found it.": 1, "See no. 5 and fig. 3 there.": 1,
    "Is it safe? No. It is not.": 3, "\"Are you OK?\" she asks. \"Yes.\" He left.": 3,
    "He left (at last). She stayed.": 2,
    "First this… Then that.": 2, "See [@a]. Then [@b].": 2, "It stopped in 2019. In 2020 it began.": 2,
    "1. Call 999": 1, "Need to talk? all take calls.": 1, "One.\nTwo.": 2, "Ends etc. Then more.": 2,
  ])
  func sentencesEndWhereAReaderEndsThem(_ text: String, _ count: Int) async throws {
    let found = try await sentences(text.hasPrefix("1.") ? "# " + text : text)
    #expect(found.count == count, "\(found)")
  }

  @Test func aSentenceIsFoundByOneOfItsWords() async throws {
    let prose = try await prose("One two. Three four. Five six.")
    let block = try #require(prose.blocks.last)
    for sentence in prose.sentences(of: block) {
      for word in sentence { #expect(prose.sentence(around: word, in: block) == sentence) }
    }
  }

  @Test func quotationsOfAllKinds() async throws {
    let prose = try await prose(
      "A “b c” d \"e f\" g ‘h i’ j 'k l' m «n» o don't p people's q the users’ r \"s")
    let block = try #require(prose.blocks.last)
    #expect(prose.quotations(in: block).map { prose.string($0) } == ["b c", "e f", "h i", "k l", "n"])
  }
}
