import Testing

@testable import Checks

@Suite struct TooHeavyTests {
  /// Words that do not come again, so that they hardly shrink.
  private func text(_ count: Int) -> String {
    var random: UInt64 = 7
    return (0..<count).map { _ in
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return String(random >> 24, radix: 36)
    }.joined(separator: " ")
  }

  @Test func aLongPageOfDifferentWordsIsFound() async throws {
    let found = try await findings(
      of: .tooHeavy, ["public/index.html": "<html lang=en>\n👉<body👈 class=a><p>\(text(5000))</p></body></html>"])
    #expect(found.first?.help == "divide it into two pages, or shorten its lists")
  }

  @Test func aLongPageThatShrinksIsFine() async throws {
    let list = String(repeating: "<li><a href=\"/risks/\">Risks of ketamine</a></li>\n", count: 1200)
    try await findings(of: .tooHeavy, ["public/index.html": "<body><ul>\(list)</ul></body>"])
  }

  @Test func theStyleSheetCounts() async throws {
    let list = String(repeating: "<li><a href=\"/risks/\">Risks of ketamine</a></li>\n", count: 1200)
    for (name, isHeavy) in [("style", true), ("other", false)] {
      try await findings(
        of: .tooHeavy,
        [
          "templates/assets/style.css": "/* \(text(9)) */ a::after { content: \"\(text(3000))\" }",
          "public/index.html": """
          <link rel="stylesheet" href="/assets/\(name).1977513370.css">
          \(isHeavy ? "👉<body👈>" : "<body>")<ul>\(list)</ul></body>
          """,
        ])
    }
  }

  @Test func aStyleSheetForPaperDoesNotCount() async throws {
    let list = String(repeating: "<li><a href=\"/risks/\">Risks of ketamine</a></li>\n", count: 1200)
    try await findings(
      of: .tooHeavy,
      [
        "templates/assets/style.css": "a::after { content: \"\(text(3000))\" }",
        "public/index.html":
          "<link rel=\"stylesheet\" href=\"/assets/style.1977513370.css\" media=\"print\"><body><ul>\(list)</ul></body>",
      ])
  }
}
