import Diagnostics
import Testing

@testable import Mustache

/// Mistakes that only show with a page's values.
struct RenderMistakesTests {
  @Test(arguments: [
    ("{{titel}}", "1:1 template/unknown-key: no value is called 'titel'", "the nearest is 'title'"),
    ("{{#l}} {{ulr}}{{/l}}", "1:8 template/unknown-key: no value is called 'ulr'", "the nearest is 'url'"),
    ("{{#nothing}}{{/nothing}}", "1:1 template/unknown-key: no value is called 'nothing'", nil),
    ("{{^nothing}}{{/nothing}}", "1:1 template/unknown-key: no value is called 'nothing'", nil),
    ("{{o.nam}}", "1:1 template/unknown-key: 'o' has no value called 'nam'", "the nearest is 'o.name'"),
    ("{{oo.name}}", "1:1 template/unknown-key: no value is called 'oo' of 'oo.name'", "the nearest is 'o'"),
    ("{{title.x}}", "1:1 template/unknown-key: 'title' is text and has no 'x'", nil),
    ("{{l}}", "1:1 template/unprintable: 'l' is a list, which cannot be printed", "go through it with {{#l}}…{{/l}}"),
    (
      "{{{o}}}", "1:1 template/unprintable: 'o' is a group of values, which cannot be printed",
      "name one of its values, like {{o.title}}"
    ),
    (
      "{{>*title}}", "1:1 template/missing-partial: no template is called 'man', which is what 'title' says",
      "the nearest is 'main'"
    ),
    ("{{>*o}}", "1:1 template/missing-partial: 'o' is a group of values, not the name of a template", nil),
  ])
  func mistakesAreReportedOncePerPlace(template: String, problem: String, help: String?) {
    let value: Value = ["title": "man", "l": [["url": 1], ["url": 2]], "o": ["name": "n"]]
    let rendered = Rendered(template, with: value)
    #expect(rendered.problems == ["templates/main.html:" + problem])
    #expect(rendered.diagnostics.first?.help == help)
    #expect(!rendered.text.contains { !$0.isWhitespace })
  }

  @Test func knownKeysWithoutValueAreNotReported() {
    let rendered = Rendered("{{a}}{{#a}}x{{/a}}{{a.b}}{{f.x}}{{>*a}}", with: ["a": .absent, "f": false])
    #expect(rendered.problems == [])
  }

  @Test func notesTellTheWayFromTheMistakeToThePage() throws {
    let rendered = Rendered(
      "{{<layout}}\n{{$main}}\n {{>card}}\n{{/main}}\n{{/layout}}",
      partials: ["layout": "<b>\n{{$main}}{{/main}}", "card": "{{oops}}"])
    #expect(rendered.problems == ["templates/card.html:1:1 template/unknown-key: no value is called 'oops'"])
    #expect(
      try #require(rendered.diagnostics.first).notes.map(\.message) == [
        "included from templates/main.html:3:2", "fills the block at templates/layout.html:2:1",
        "included from templates/main.html:1:1", "while rendering content/page.md",
      ])
    #expect(rendered.diagnostics.first?.notes.last?.location == SourceLocation(file: "content/page.md"))
  }

  @Test func aTemplateThatDoesNotExistIsReportedAtThePage() {
    var output: [UInt8] = []
    let found = TemplateSet(["page": ""]).render("pgae", with: [:], page: "content/a.md", into: &output)
    #expect(found.map(\.line) == ["content/a.md:0:0 template/missing-partial: no template is called 'pgae'"])
    #expect(found.map(\.help) == ["the nearest is 'page'"])
  }

  @Test func renderingAppends() {
    var output = Array("before ".utf8)
    _ = TemplateSet(["a": "x"]).render("a", with: [:], page: "p.md", into: &output)
    #expect(output == Array("before x".utf8))
  }

  // MARK: Without end

  @Test func recursionWithoutEndStopsWithOneDiagnostic() {
    let rendered = Rendered("<{{>a}}>", with: ["x": true], partials: ["a": "{{#x}}{{>b}}{{/x}}", "b": "{{>a}}{{>a}}"])
    #expect(rendered.problems.count == 1)
    #expect(rendered.problems.first?.hasSuffix("templates include each other without end: a → b → a") == true)
    #expect(rendered.text == "<>")
    #expect((rendered.diagnostics.first?.notes.count ?? 0) <= 22)
  }

  @Test func thePageTemplateMayRecurWithoutEndToo() {
    let rendered = Rendered("a{{#x}}{{>main}}{{/x}}b", with: ["x": true])
    #expect(rendered.problems.map { $0.contains("template/partial-cycle") } == [true])
  }

  @Test func aHundredTemplatesDeepIsFineAndMoreIsReported() {
    func chain(_ count: Int) -> Rendered {
      var partials: [String: String] = [:]
      for number in 1...count { partials["t\(number)"] = number == count ? "end" : "{{>t\(number + 1)}}" }
      return Rendered("{{>t1}}!", partials: partials)
    }
    #expect(chain(100).text == "end!")
    #expect(chain(100).problems == [])
    #expect(chain(101).text == "!")
    #expect(chain(101).problems.map { $0.contains("more than 100 deep") } == [true])
  }

  @Test func doublingInclusionStopsAtTheLimitOfWork() {
    var partials = ["t40": "x"]
    for number in 1..<40 { partials["t\(number)"] = "{{>t\(number + 1)}}{{>t\(number + 1)}}" }
    let rendered = Rendered("{{>t1}}", partials: partials, limits: RenderLimits(steps: 100_000))
    #expect(rendered.problems.map { $0.contains("template/too-large") } == [true])
  }

  @Test func aMistakeInALongLoopIsOneMistake() {
    let list = Value.list(Array(repeating: 1, count: 20_000))
    #expect(Rendered("{{#l}}{{oops}}{{/l}}", with: ["l": list]).problems.count == 1)
  }

  @Test func aMistakeInAPartialIncludedTwiceIsOneMistake() {
    #expect(Rendered("{{>p}} {{>p}}", partials: ["p": "{{oops}}"]).problems.count == 1)
  }

  @Test func outputStopsAtTheLimitOfSize() {
    let list = Value.list(Array(repeating: 1, count: 1000))
    let rendered = Rendered("{{#l}}0123456789{{/l}}", with: ["l": list], limits: RenderLimits(bytes: 5000))
    #expect(rendered.problems.map { $0.contains("template/too-large") } == [true])
    #expect(rendered.text.utf8.count < 5100)
  }

  @Test func stoppingIsReportedWhereverItHappens() {
    let list = Value.list(Array(repeating: 1, count: 1000))
    for steps in 100..<110 {
      let rendered = Rendered("{{#l}}{{oops}}{{/l}}", with: ["l": list], limits: RenderLimits(steps: steps))
      #expect(rendered.problems.filter { $0.contains("template/too-large") }.count == 1)
    }
  }

  @Test func deferredValuesWithoutEndAreAbsent() {
    @Sendable func endless() -> Value { .deferred(endless) }
    #expect(Rendered("({{x}})", with: ["x": .deferred(endless)]).text == "()")
  }

  @Test func unusedDeferredValuesAreNotMade() {
    let rendered = Rendered(
      "{{#no}}{{x}}{{/no}}", with: ["no": false, "x": .deferred { preconditionFailure("asked for by nobody") }])
    #expect(rendered.problems == [])
  }
}
