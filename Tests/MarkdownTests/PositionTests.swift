import Markdown
import Testing

struct PositionTests {
  @Test func placesInTheExamplesOfTheSpecificationAreExact() throws {
    guard let examples = try SpecExample.all() else {
      print("conformance/gfm: not present, skipped")
      return
    }
    let sources = examples.map(\.markdown)
    print("conformance/gfm: \(try checked(sources)) places checked in \(sources.count) examples")
  }

  @Test func placesInEveryConstructAreExact() throws {
    try checked(ConstructDocuments.all.map { Array($0.utf8) })
  }

  @Test(arguments: 1...4)
  func placesInGeneratedDocumentsAreExact(_ seed: UInt64) throws {
    var generator = MarkdownGenerator(seed: 100 + seed)
    let count = try checked((0..<800).map { _ in generator.document() })
    print("seed \(seed): \(count) places checked in 800 generated documents")
  }

  @discardableResult
  private func checked(_ sources: [[UInt8]]) throws -> Int {
    var count = 0
    var failing: [[UInt8]] = []
    for source in sources {
      let check = PositionCheck(source, options: .gitHub)
      count += check.checked
      if !check.problems.isEmpty { failing.append(source) }
    }
    let each = Dictionary(grouping: failing) { PositionCheck($0, options: .gitHub).problems[0].prefix(12) }
    for (_, group) in each {
      let source = smallest(group[0]) { !PositionCheck($0, options: .gitHub).problems.isEmpty }
      Issue.record(
        "\(failing.count) of \(sources.count), such as\n\(String(decoding: source, as: UTF8.self))\n--\n\(PositionCheck(source, options: .gitHub).problems[0])"
      )
    }
    return count
  }
}
