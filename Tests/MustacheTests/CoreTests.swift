import Testing

@testable import Mustache

/// Variables, sections, inverted sections, comments, delimiters and partials.
struct CoreTests {
  @Test(arguments: variables + sections + others)
  func tagsRenderAsSpecified(_ example: Example) {
    let rendered = Rendered(example.template, with: example.value, partials: example.partials)
    #expect(rendered.text == example.output)
    #expect(rendered.problems == [])
  }

  static let variables: [Example] = [
    .init(
      "text is escaped", "{{x}}", ["x": "<a href=\"b\">'&'</a>"],
      gives: "&lt;a href=&quot;b&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;"),
    .init("triple braces do not escape text", "{{{x}}}", ["x": "<&>"], gives: "<&>"),
    .init("an ampersand does not escape text", "{{& x }}", ["x": "<&>"], gives: "<&>"),
    .init("HTML is never escaped", "{{x}}{{{x}}}{{&x}}", ["x": .html(Array("<b>".utf8))], gives: "<b><b><b>"),
    .init(
      "escaping keeps other scripts", "{{x}}", ["x": "日本 & é < \u{1F469}\u{200D}\u{1F52C}"],
      gives: "日本 &amp; é &lt; \u{1F469}\u{200D}\u{1F52C}"),
    .init(
      "numbers are decimal", "{{a}} {{b}} {{c}}", ["a": 0, "b": -12, "c": .number(.min)],
      gives: "0 -12 -9223372036854775808"),
    .init("flags are words", "{{a}} {{b}}", ["a": true, "b": false], gives: "true false"),
    .init("an absent value prints nothing", "({{x}}{{{x}}})", ["x": .absent], gives: "()"),
    .init("a dotted name goes down", "{{a.b.c}}", ["a": ["b": ["c": "deep"]]], gives: "deep"),
    .init("a dotted name is never one key", "{{a.b}}", ["a.b": "wrong", "a": ["b": "right"]], gives: "right"),
    .init("a dotted name below nothing is nothing", "({{a.b.c}})", ["a": .absent], gives: "()"),
    .init(
      "the first part of a dotted name finds the innermost key", "{{#s}}{{a.b}}{{/s}}",
      ["a": ["b": "outer"], "s": ["a": ["b": "inner"]]], gives: "inner"),
    .init("values are not templates", "{{x}}", ["x": "{{y}}", "y": "no"], gives: "{{y}}"),
    .init("blanks inside tags do not count", "{{ x }}{{{ x }}}{{&  x}}{{\nx\n}}", ["x": "1"], gives: "1111"),
    .init("single braces are text", "{ {x} }", gives: "{ {x} }"),
    .init("a variable never stands alone", "  {{x}}\n", ["x": ""], gives: "  \n"),
    .init("keys may be in any script", "{{größe}} {{名前}}", ["größe": "1", "名前": "2"], gives: "1 2"),
    .init(
      "deferred values are made when asked for", "{{x}}{{#y}}{{z}}{{/y}}",
      ["x": .deferred { "1" }, "y": .deferred { ["z": .deferred { "2" }] }], gives: "12"),
  ]

  static let sections: [Example] = [
    .init("a list repeats", "{{#l}}<{{.}}>{{/l}}", ["l": [1, "b", true]], gives: "<1><b><true>"),
    .init("an empty list does not", "{{#l}}a{{/l}}{{^l}}none{{/l}}", ["l": []], gives: "none"),
    .init("lists nest", "{{#l}}{{#.}}{{.}}{{/.}};{{/l}}", ["l": [[1, 2], [], [3]]], gives: "12;;3;"),
    .init("the root may be a list", "{{#.}}{{x}}{{/.}}", [["x": 1], ["x": 2]], gives: "12"),
    .init("an object is a context", "{{#o}}{{x}}{{y}}{{/o}}", ["o": ["x": 1], "y": 2], gives: "12"),
    .init("an empty object is truthy", "{{#o}}yes{{/o}}", ["o": [:]], gives: "yes"),
    .init("text is a context", "{{#t}}{{.}}{{/t}}", ["t": "word"], gives: "word"),
    .init(
      "these are falsey", "{{^a}}a{{/a}}{{^b}}b{{/b}}{{^c}}c{{/c}}{{^d}}d{{/d}}{{^e}}e{{/e}}",
      ["a": .absent, "b": false, "c": 0, "d": "", "e": .html([])], gives: "abcde"),
    .init(
      "these are truthy", "{{#a}}a{{/a}}{{#b}}b{{/b}}{{#c}}c{{/c}}{{#d}}d{{/d}}",
      ["a": true, "b": -1, "c": " ", "d": .html([32])], gives: "abcd"),
    .init("sections of one name nest", "{{#a}}1{{#a}}2{{/a}}3{{/a}}", ["a": true], gives: "123"),
    .init(
      "an inner key hides an outer one", "{{#l}}{{x}}{{/l}}{{x}}", ["x": "o", "l": [["x": "i"], [:]]], gives: "ioo"),
    .init(
      "an inner absent value hides an outer one", "{{#o}}({{x}}){{/o}}", ["x": "o", "o": ["x": .absent]], gives: "()"),
    .init(
      "a section may be dotted", "{{#a.b}}{{c}}{{/a.b}}{{^a.d}}!{{/a.d}}", ["a": ["b": ["c": 1], "d": false]],
      gives: "1!"),
  ]

  static let others: [Example] = [
    .init("comments vanish", "a{{! x {{y}} b{{!\n}}c", gives: "a bc"),
    .init("comments alone take their line", "a\n  {{! b\n c }}  \nd", gives: "a\nd"),
    .init("delimiters change", "{{=<% %>=}}<%x%>{{x}}<%={{ }}=%>{{x}}", ["x": 1], gives: "1{{x}}1"),
    .init("delimiters may be the same", "{{=| |=}}|x||#x|y|/x|", ["x": 1], gives: "1y"),
    .init("triple braces go with other delimiters", "{{=<% %>=}}<%{x}%>", ["x": "&"], gives: "&"),
    .init(
      "partials have their own delimiters", "{{=| |=}}|>p||x|", ["x": 1], ["p": "{{x}}|x|{{=[ ]=}}[x]"], gives: "1|x|11"
    ),
    .init(
      "partials see the context", "{{#l}}{{>p}}{{/l}}", ["l": [["x": 1], ["x": 2]]], ["p": "{{x}},"], gives: "1,2,"),
    .init("partials may have paths as names", "{{> cards/small }}", [:], ["cards/small": "s"], gives: "s"),
    .init(
      "a partial may include itself while the data last", "{{>t}}", ["n": 1, "c": [["n": 2, "c": []]]],
      ["t": "({{n}}{{#c}}{{>t}}{{/c}})"], gives: "(1(2))"),
    .init(
      "a name in the data chooses a partial", "{{>*k}}{{> * a.k }}", ["k": "p", "a": ["k": "q"]], ["p": "1", "q": "2"],
      gives: "12"),
    .init("no name chooses nothing", "({{>*k}})", ["k": .absent], gives: "()"),
    .init(
      "a name in the data chooses a parent", "{{<*k}}{{$b}}in{{/b}}{{/*k}}", ["k": "p"], ["p": "[{{$b}}{{/b}}]"],
      gives: "[in]"),
  ]
}
