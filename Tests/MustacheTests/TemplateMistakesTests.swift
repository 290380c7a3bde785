import Diagnostics
import Testing

@testable import Mustache

/// Mistakes that are found when templates are compiled.
struct TemplateMistakesTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var template: String
    var problem: String
    var output: String
    var testDescription: String { problem }

    init(_ template: String, _ problem: String, output: String = "") {
      self.template = template
      self.problem = problem
      self.output = output
    }
  }

  @Test(arguments: syntax)
  func mistakesInTagsAreReportedAndTheRestIsRendered(_ mistake: Mistake) {
    let rendered = Rendered(mistake.template, with: ["x": true, "y": true, "n": 1])
    #expect(rendered.problems == ["templates/main.html:" + mistake.problem])
    #expect(rendered.text == mistake.output)
    #expect(rendered.diagnostics.allSatisfy { $0.severity == .error })
  }

  static let syntax: [Mistake] = [
    .init("a\n {{#x}}b", "2:2 template/syntax: section 'x' is never closed", output: "a\n b"),
    .init("{{#x}}{{^y}}b{{/x}}c", "1:7 template/syntax: inverted section 'y' is never closed", output: "c"),
    .init("{{#x}}b{{/z}}c", "1:8 template/syntax: '{{/z}}' stands where section 'x' ends", output: "bc"),
    .init("a{{/x}}b", "1:2 template/syntax: '{{/x}}' closes nothing that is open", output: "ab"),
    .init("{{$b}}c", "1:1 template/syntax: block 'b' is never closed", output: "c"),
    .init("a {{n", "1:3 template/syntax: a tag opens here and is never closed", output: "a {{n"),
    .init("a {{n {{n}}", "1:3 template/syntax: a tag opens here and is never closed", output: "a {{n 1"),
    .init("{{{n}} {{n}}", "1:1 template/syntax: a tag opens here and is never closed", output: "{{{n}} 1"),
    .init("{{! n", "1:1 template/syntax: a tag opens here and is never closed", output: "{{! n"),
    .init("a{{ }}b", "1:2 template/syntax: a tag needs a name", output: "ab"),
    .init("a{{>* }}b", "1:2 template/syntax: a tag needs a name", output: "ab"),
    .init("{{n m}}b", "1:1 template/syntax: a tag's name holds no spaces: 'n m'", output: "b"),
    .init("{{n..m}}", "1:1 template/syntax: a name has a word on either side of each dot: 'n..m'"),
    .init("{{.n}}", "1:1 template/syntax: a name has a word on either side of each dot: '.n'"),
    .init(
      "{{=<% =}}{{n}}", "1:1 template/syntax: a change of delimiters names two, separated by a space and without '='",
      output: "1"),
    .init(
      "{{=a= b=}}{{n}}", "1:1 template/syntax: a change of delimiters names two, separated by a space and without '='",
      output: "1"),
    .init("{{=<% %>}}{{n}}", "1:1 template/syntax: a tag opens here and is never closed", output: "{{=<% %>}}1"),
    .init("{{>no}}", "1:1 template/missing-partial: no template is called 'no'"),
    .init("{{<no}}{{$b}}{{/b}}{{/no}}.", "1:1 template/missing-partial: no template is called 'no'", output: "."),
    .init("a{{>main}}", "1:2 template/partial-cycle: template 'main' includes itself without end", output: "a"),
  ]

  @Test func manyMistakesAreReportedAtOnceInOrder() {
    let set = TemplateSet(["b": "{{#x}}", "a": "{{}}\n{{/y}}\n{{>c}}"])
    #expect(
      set.diagnostics.map(\.line) == [
        "templates/a.html:1:1 template/syntax: a tag needs a name",
        "templates/a.html:2:1 template/syntax: '{{/y}}' closes nothing that is open",
        "templates/a.html:3:1 template/missing-partial: no template is called 'c'",
        "templates/b.html:1:1 template/syntax: section 'x' is never closed",
      ])
  }

  @Test func aWrongEndTagNamesThePlaceWhereTheSectionOpened() throws {
    let set = TemplateSet(["a": "\n{{#nav}}\n{{/naw}}"])
    let diagnostic = try #require(set.diagnostics.first)
    #expect(diagnostic.location == SourceLocation(file: "templates/a.html", line: 3, column: 1, length: 8))
    #expect(diagnostic.help == "write {{/nav}}")
    #expect(
      diagnostic.notes == [
        .init("'nav' is opened here", at: SourceLocation(file: "templates/a.html", line: 2, column: 1, length: 8))
      ])
  }

  @Test func missingTemplatesComeWithTheNearestName() {
    let set = TemplateSet(["page": "{{>footr}}", "footer": ""])
    #expect(set.diagnostics.map(\.help) == ["the nearest is 'footer'"])
  }

  @Test func blocksThatFillNothingAreReported() {
    let set = TemplateSet([
      "page": "{{<layout}}{{$mian}}words{{/mian}}{{/layout}}", "layout": "{{>body}}", "body": "{{$main}}{{/main}}",
    ])
    #expect(
      set.diagnostics.map(\.line) == [
        "templates/page.html:1:12 template/missing-block: template 'layout' has no block called 'mian'"
      ])
    #expect(set.diagnostics.map(\.help) == ["the nearest is 'main'"])
  }

  @Test func blocksMayFillWhatOnlyTheDataKnow() {
    #expect(TemplateSet(["page": "{{<layout}}{{$b}}{{/b}}{{/layout}}", "layout": "{{>*kind}}"]).diagnostics == [])
  }

  @Test(arguments: [
    ("{{<p}}\n words {{$b}}new{{/b}} more {{x}}{{/p}}", "2:2"), ("{{<p}}{{$b}}new{{/b}}{{x}}{{/p}}", "1:22"),
    ("{{<p}}{{#x}}{{$b}}old{{/b}}{{/x}}{{$b}}new{{/b}}{{/p}}", "1:7"), ("{{<p}}{{$b}}new{{/b}}{{>none}}{{/p}}", "1:22"),
  ])
  func whatAParentLeavesOutIsAWarning(template: String, place: String) {
    let rendered = Rendered(template, with: ["x": true], partials: ["p": "[{{$b}}{{/b}}]"])
    #expect(rendered.text == "[new]")
    #expect(
      rendered.problems == [
        "templates/main.html:\(place) template/outside-block: inside a parent only blocks count; this is left out"
      ])
    #expect(rendered.diagnostics.map(\.severity) == [.warning])
  }

  @Test func blocksFilledTwiceAreReported() {
    let rendered = Rendered("{{<p}}{{$b}}1{{/b}}{{$b}}2{{/b}}{{/p}}", partials: ["p": "{{$b}}{{/b}}"])
    #expect(rendered.text == "2")
    #expect(
      rendered.problems == [
        "templates/main.html:1:20 template/syntax: block 'b' is filled twice in one parent; the later one counts"
      ])
  }

  @Test func inclusionThatNoDataCanEndIsReportedOnce() {
    let rendered = Rendered("{{>a}}!", partials: ["a": "a{{>b}}", "b": "b{{>c}}", "c": "c{{<a}}{{/a}}"])
    #expect(
      rendered.problems == [
        "templates/c.html:1:2 template/partial-cycle: templates include each other without end: a → b → c → a"
      ])
    #expect(rendered.text == "abc!")
  }

  @Test func inclusionInASectionOrABlockIsNoCycle() {
    let set = TemplateSet(["a": "{{#x}}{{>a}}{{/x}}{{^y}}{{>a}}{{/y}}{{$b}}{{>a}}{{/b}}"])
    #expect(set.diagnostics == [])
  }

  @Test func bytesThatAreNotUTF8AreReportedAndReplaced() {
    let set = TemplateSet(["a": TemplateFile(path: "a.html", bytes: Array("é\nab".utf8) + [0xFF] + Array("{{x}}".utf8))]
    )
    #expect(set.diagnostics.map(\.line) == ["a.html:2:3 template/encoding: a template is UTF-8 text; this byte is not"])
    var output: [UInt8] = []
    _ = set.render("a", with: ["x": 1], page: "p.md", into: &output)
    #expect(String(validating: output, as: UTF8.self) == "é\nab\u{FFFD}1")
  }

  @Test func namesAndReferencesAreKnown() {
    let set = TemplateSet(["b": "{{>c}}{{#x}}{{>a}}{{/x}}{{>a}}", "a": "{{<c}}{{/c}}{{>*k}}", "c": ""])
    #expect(set.names == ["a", "b", "c"])
    #expect(set.references(of: "b") == ["a", "c"])
    #expect(set.references(of: "a") == ["c"])
    #expect(set.references(of: "none") == [])
    #expect(set.hasDynamicReferences("a"))
    #expect(!set.hasDynamicReferences("b"))
  }
}
