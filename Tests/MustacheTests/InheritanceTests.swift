import Testing

@testable import Mustache

struct InheritanceTests {
  @Test(arguments: filling + indentation)
  func blocksFillBlocks(_ example: Example) {
    let rendered = Rendered(example.template, with: example.value, partials: example.partials)
    #expect(rendered.text == example.output)
    #expect(rendered.problems == [])
  }

  static let filling: [Example] = [
    .init("a block has default content", "{{$b}}x{{y}}{{/b}}", ["y": 1], gives: "x1"),
    .init(
      "a parent's block is replaced", "{{<p}}{{$b}}new{{/b}}{{/p}}", [:], ["p": "[{{$b}}old{{/b}}]"], gives: "[new]"),
    .init(
      "what is not a block is ignored", "{{<p}}\n {{! c }} {{$b}}new{{/b}}\n {{=| |=}} |/p|", [:],
      ["p": "[{{$b}}old{{/b}}]"],
      gives: "[new]"),
    .init("keys do not fill blocks", "{{<p}}{{/p}}", ["b": "key"], ["p": "{{$b}}default{{/b}}"], gives: "default"),
    .init(
      "one block may be offered twice", "{{<p}}{{$t}}T{{/t}}{{/p}}", [:], ["p": "{{$t}}{{/t}}-{{$t}}{{/t}}"],
      gives: "T-T"),
    .init(
      "the outermost template has the last word", "{{<b}}{{$x}}1{{/x}}{{/b}}", [:],
      ["b": "{{<c}}{{$x}}2{{/x}}{{$y}}2{{/y}}{{/c}}", "c": "{{$x}}3{{/x}}{{$y}}3{{/y}}"], gives: "12"),
    .init(
      "content sees the context of the block", "{{<p}}{{$b}}{{x}}{{/b}}{{/p}}", ["x": "o", "s": ["x": "i"]],
      ["p": "{{#s}}{{$b}}{{/b}}{{/s}}"], gives: "i"),
    .init(
      "content repeats in a loop", "{{<p}}{{$b}}<{{.}}>{{/b}}{{/p}}", ["l": [1, 2]], ["p": "{{#l}}{{$b}}{{/b}}{{/l}}"],
      gives: "<1><2>"),
    .init(
      "blocks reach through partials", "{{<p}}{{$b}}new{{/b}}{{/p}}", [:], ["p": "{{>q}}", "q": "{{$b}}old{{/b}}"],
      gives: "new"),
    .init(
      "a block does not fill itself", "{{<p}}{{$b}}a{{$b}}b{{/b}}{{/b}}{{/p}}", [:], ["p": "{{$b}}c{{/b}}"], gives: "ab"
    ),
    .init(
      "blocks end with their parent", "{{<p}}{{$b}}1{{/b}}{{/p}}{{<p}}{{/p}}", [:], ["p": "{{$b}}0{{/b}}"], gives: "10"),
    .init(
      "parents nest in content", "{{<p}}{{$b}}{{<p}}{{$b}}in{{/b}}{{/p}}{{/b}}{{/p}}", [:], ["p": "({{$b}}{{/b}})"],
      gives: "((in))"),
  ]

  static let layout = "<body>\n  {{$main}}\n  {{/main}}\n</body>\n"

  static let indentation: [Example] = [
    .init("a parent alone is indented", " {{<p}}\n {{/p}} \nz", [:], ["p": "a\nb\n"], gives: " a\n b\nz"),
    .init("a parent in mid-line is not", "x {{<p}}{{/p}}\n", [:], ["p": "a\nb"], gives: "x a\nb\n"),
    .init(
      "content moves to the block's indentation",
      "{{<p}}\n{{$main}}\n      <p>\n        hi\n      </p>\n{{/main}}\n{{/p}}\n", [:], ["p": layout],
      gives: "<body>\n  <p>\n    hi\n  </p>\n</body>\n"),
    .init(
      "so do lines that start with tags",
      "{{<p}}\n{{$main}}\n      {{x}}\n      {{#l}}\n      <{{.}}>\n      {{/l}}\n{{/main}}\n{{/p}}\n",
      ["x": 1, "l": [1, 2]], ["p": layout], gives: "<body>\n  1\n  <1>\n  <2>\n</body>\n"),
    .init(
      "and partials", "{{<p}}\n{{$main}}\n    {{>q}}\n{{/main}}\n{{/p}}\n", [:], ["p": layout, "q": "1\n2\n"],
      gives: "<body>\n  1\n  2\n</body>\n"),
    .init(
      "content in mid-line gets the first line's indentation", "{{<p}}{{$main}}hi\n{{/main}}{{/p}}", [:], ["p": layout],
      gives: "<body>\n  hi\n</body>\n"),
    .init(
      "content that is empty leaves no blanks", "{{<p}}{{$main}}{{/main}}{{/p}}", [:], ["p": layout],
      gives: "<body>\n</body>\n"),
    .init("default content stays as it is", "{{>p}}", [:], ["p": "{{$b}}\n   a\n  b\n{{/b}}\n"], gives: "   a\n  b\n"),
    .init(
      "a block in mid-line does not indent", "{{<p}}{{$b}}\n  a\n  b\n{{/b}}{{/p}}", [:], ["p": "  <{{$b}}{{/b}}>"],
      gives: "  <a\nb\n>"),
    .init(
      "a pair alone on a line indents what follows its first line", "{{<p}}{{$b}}\na\nb{{/b}}{{/p}}", [:],
      ["p": "  {{$b}}x{{/b}}\n"], gives: "  a\n  b\n"),
    .init(
      "and adds to a partial's indentation once", "  {{<p}}{{$b}}\na\nb{{/b}}{{/p}}\n", [:],
      ["p": "<\n {{$b}}x{{/b}}\n>\n"], gives: "  <\n   a\n   b\n  >\n"),
    .init(
      "blank lines do not count as unindented", "{{<p}}{{$main}}\n    a\n\n    b\n{{/main}}{{/p}}", [:],
      ["p": "{{$main}}{{/main}}"], gives: "a\n\nb\n"),
    .init(
      "tabs and spaces have no common indentation", "{{<p}}{{$b}}\n\ta\n  b\n{{/b}}{{/p}}", [:], ["p": "{{$b}}{{/b}}"],
      gives: "\ta\n  b\n"),
    .init(
      "inner arguments lose their own indentation",
      "{{<p}}{{$b}}\n    x\n    {{<q}}\n      {{$c}}\n          y\n      {{/c}}\n    {{/q}}\n{{/b}}{{/p}}", [:],
      ["p": "{{$b}}{{/b}}", "q": "-\n {{$c}}\n {{/c}}\n"], gives: "x\n-\n y\n"),
  ]
}
