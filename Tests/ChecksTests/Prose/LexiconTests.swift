import Testing

@testable import Checks

@Suite struct LexiconTests {
  private func found(_ list: String, in text: String) async throws -> [String] {
    let site = try MarkedSite(["content/page.md": text + "\n", "content/data/words/en/test.yml": list])
    let input = try await site.input().0
    let page = try #require(input.site.page(at: "content/page.md"))
    let prose = PageView(page, input).prose
    return prose.matches(in: "test").map { prose.string(ofWords: $0.words) }
  }

  @Test func caseHyphensAndPluralsDoNotMatter() async throws {
    #expect(
      try await found("- game-changer\n- don't\n", in: "Game changers, GAME-CHANGER; don’t game the changer")
        == ["Game changers", "GAME-CHANGER", "don’t"])
  }

  @Test func alternativesAndGaps() async throws {
    let list = "- offer|offers * hope|cure-all\n"
    #expect(try await found(list, in: "It offers hope and offers new hope") == ["offers hope", "offers new hope"])
    #expect(try await found(list, in: "They offer a cure-all") == ["offer a cure-all"])
    #expect(try await found(list, in: "offers quite new hope. An offer. Hope dies. Offered hope") == [])
  }

  @Test func exceptionsCountForTheirOwnPhrase() async throws {
    let list = "- {avoid: abuse, unless: [child abuse, abuse of children]}\n- {avoid: child}\n"
    #expect(try await found(list, in: "child abuse, abuse of children, drug abuse") == ["child", "abuse"])
  }

  @Test func ofOverlappingPhrasesTheLongestIsFoundOnce() async throws {
    #expect(try await found("- new hope\n- hope\n- a new hope\n- new|great hope\n", in: "a new hope") == ["a new hope"])
  }

  @Test func manyMatchesTakeNoLongerEach() async throws {
    let text = String(repeating: "hope ", count: 40_000)
    let clock = ContinuousClock()
    var count = 0
    let time = try await clock.measure {
      count = try await found("- {avoid: hope, unless: [no hope]}\n", in: text).count
    }
    #expect(count == 40_000)
    #expect(time < .seconds(5))
  }
}
