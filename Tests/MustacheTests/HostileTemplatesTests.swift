import Testing

@testable import Mustache

/// No template, however strange, crashes or hangs.
struct HostileTemplatesTests {
  /// xorshift64*: the same numbers on every machine.
  struct Numbers {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
    }
  }

  static let scraps = [
    "{", "}", "{{", "}}", "{{{", "}}}", "#", "/", "^", "<", "$", ">", "=", "!", "&", "*", ".", " ", "\t", "\n", "\r\n",
    "a", "b", "l", "o", "é", "\u{0}", "{{#a}}", "{{/a}}", "{{#l}}", "{{/l}}", "{{<b}}", "{{/b}}", "{{$x}}", "{{/x}}",
    "{{>b}}", "{{>main}}", "{{>*n}}", "{{^o}}", "{{/o}}", "{{=| |=}}", "|={{ }}=|", "\n  {{>b}}\n", "\n {{$x}}\n",
    "\n{{/x}}\n", "text\n",
  ]

  @Test func twentyThousandRandomTemplatesRender() {
    var numbers = Numbers(state: 0x5EED)
    let value: Value = [
      "a": true, "l": [1, ["a": false], [2, 3]], "o": ["a": "<", "n": "b"], "b": "text", "n": "main", "x": .absent,
    ]
    let limits = RenderLimits(steps: 500, bytes: 5_000)
    var withMistakes = 0
    for _ in 0..<20_000 {
      func template() -> String {
        (0..<numbers.next(below: 24)).map { _ in Self.scraps[numbers.next(below: Self.scraps.count)] }.joined()
      }
      let rendered = Rendered(template(), with: value, partials: ["b": template()], limits: limits)
      if !rendered.problems.isEmpty { withMistakes += 1 }
    }
    // Both kinds have to occur, or the scraps are badly chosen.
    #expect((1000..<19_900).contains(withMistakes))
  }

  @Test func randomBytesRender() {
    var numbers = Numbers(state: 42)
    for _ in 0..<2000 {
      let bytes = (0..<numbers.next(below: 60)).map { _ in
        numbers.next(below: 3) == 0 ? UInt8(ascii: "{") : UInt8(numbers.next(below: 256))
      }
      var output: [UInt8] = []
      _ = TemplateSet(["a": TemplateFile(path: "a", bytes: bytes)]).render("a", with: [:], page: "p", into: &output)
      #expect(String(validating: output, as: UTF8.self) != nil)
    }
  }

  @Test(arguments: [("{{#a}}", 50_000), ("{{^o}}", 5000), ("{{$x}}", 5000), ("{{<b}}", 5000), ("{{<b}}{{$x}}", 5000)])
  func deepNestingIsCutWithOneDiagnosticForTheDepth(opening: String, depth: Int) {
    let closing = opening.split(separator: "{{").reversed().map { "{{/" + $0.dropFirst() }.joined()
    let template = String(repeating: opening, count: depth) + "x" + String(repeating: closing, count: depth)
    let rendered = Rendered(template, with: ["a": true, "o": false], partials: ["b": "{{$x}}{{/x}}"])
    #expect(rendered.problems.filter { $0.contains("nest at most 200 deep") }.count == 1)
    #expect(rendered.diagnostics.filter { $0.severity == .error }.count == 1)
  }

  @Test func sectionsMayNestAsDeepAsTheLimit() {
    let template = String(repeating: "{{#a}}", count: 200) + "x" + String(repeating: "{{/a}}", count: 200)
    let rendered = Rendered(template, with: ["a": true])
    #expect(rendered.text == "x")
    #expect(rendered.problems == [])
  }

  @Test(arguments: [
    "{{", "{{!", "{{{", "{{=", "{{#a}}", "{{/a}}", "{{a", "}}", "{{{a}}", "{{#a}}{{/b}}", "\n ", "{{a b}}",
  ])
  func longRepetitionsTakeLinearTime(scrap: String) {
    let rendered = Rendered(String(repeating: scrap, count: 30_000), with: ["a": true])
    #expect(rendered.problems.count <= 101)
  }
}
