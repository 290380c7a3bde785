import Diagnostics
import TestSupport
import Testing

@testable import Content

/// The quick reader must never see anything that libyaml would not.
@Suite struct PlainFrontMatterTests {
  private func compare(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let quick = PlainFrontMatter.read(bytes[...], file: "a.md", lineOffset: 1) else { return false }
    let (slow, problems) = YAML.read(bytes, file: "a.md", lineOffset: 1)
    #expect(problems.isEmpty, "\(text)")
    #expect("\(quick)" == slow.map { "\($0)" } ?? "", "\(text)")
    return true
  }

  private func below(_ random: inout SeededRandom, _ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  @Test func usualFrontMatterIsReadQuicklyAndAsLibyamlReadsIt() {
    #expect(
      compare(
        """
        title: Bladder and kidneys
        description: "What to do: see a GP (soon), it's early"
        order: 5
        tags: [bladder, health-harms, one two ]
        exit: true

        """))
  }

  @Test(arguments: [
    "", "title\n", "title:\n", "title: \n", "a: b", "a: b: c\n", "a: b #c\n", "a: *b\n", "a: &b c\n", "a: !c d\n",
    "a: |\n  b\n",
    "a: b\n  c\n", " a: b\n", "a: b\na: c\n", "a: null\n", "a: ~\n", "a: [b\n", "a: [b, ]\n", "a: []\n", "a: [ ]\n",
    "a: {b: c}\n",
    "a: \"b\\n\"\n", "a: \"b\" c\n", "a: 'b'\n", "a: b \n", "a: \u{00E9}\n", "# a\n", "a: b\n\nc: d\n", "- a\n",
    "a: -b\n", "a: [[b]]\n",
    "a: [b: c]\n", "a: [null]\n", "a:  b\n", "a: b\t\n", "a: %b\n", "a: @b\n", "a: [b,c,,d]\n",
  ])
  func whatIsNotPlainIsLeftToLibyaml(_ text: String) { #expect(!compare(text), "\(text)") }

  @Test func generatedFrontMatterIsReadTheSameWay() {
    var random = SeededRandom(seed: 7)
    let words = [
      "a", "Title", "two words", "1", "2026-11-21", "x's", "(b)", "a/b", "a.b", "null", "true", "b,c", "_d", "e-f", "",
      "-", "g h ",
    ]
    let marks = ["", " ", ",", ": ", " #", "[", "]", "\"", "{", "'", "\n"]
    var quick = 0
    for _ in 0..<4_000 {
      var text = ""
      for key in ["title", "tags", "order"].prefix(1 + below(&random, 3)) {
        var value = words[below(&random, words.count)]
        switch below(&random, 4) {
        case 0: value = "\"\(value)\""
        case 1:
          var items: [String] = []
          for _ in 0...below(&random, 3) { items.append(words[below(&random, words.count)]) }
          value = "[" + items.joined(separator: ", ") + "]"
        default: break
        }
        if below(&random, 5) == 0 { value += marks[below(&random, marks.count)] + words[below(&random, words.count)] }
        text += "\(key): \(value)\n"
      }
      if compare(text) { quick += 1 }
    }
    #expect(quick > 400, "only \(quick) were plain enough, so little was compared")
  }
}
