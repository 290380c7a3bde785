import Testing

@testable import Content

struct ParallelMapTests {
  @Test(arguments: [0, 1, 2, 3, 7, 31, 33, 1000], [-1, 0, 1, 2, 3, 16, 200])
  func returnsResultsInTheOrderOfTheIndices(count: Int, threads: Int) async {
    let results = await parallelMap(count, threads: threads) { $0 * 3 }
    #expect(results == (0..<count).map { $0 * 3 })
  }

  @Test func keepsTheOrderWhenItemsTakeUnequalTime() async {
    let results = await parallelMap(200, threads: 4) { i in
      (0..<(i % 13) * 2000).reduce(i) { sum, k in (sum &* 31 &+ k) % 1_000_003 }
    }
    let expected = (0..<200).map { i in
      (0..<(i % 13) * 2000).reduce(i) { sum, k in (sum &* 31 &+ k) % 1_000_003 }
    }
    #expect(results == expected)
  }
}
