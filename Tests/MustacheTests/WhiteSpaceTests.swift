import Testing

@testable import Mustache

struct WhiteSpaceTests {
  @Test(arguments: examples)
  func whiteSpaceGoesOnlyWithTagsThatStandAlone(_ example: Example) {
    let rendered = Rendered(example.template, with: example.value, partials: example.partials)
    #expect(rendered.text == example.output)
    #expect(rendered.problems == [])
  }

  static let examples: [Example] = [
    .init("sections alone take their lines", "a\n  {{#x}}\t\n b\n  {{/x}}  \nc\n", ["x": true], gives: "a\n b\nc\n"),
    .init("with Windows line ends too", "a\r\n{{#x}}\r\nb\r\n{{/x}}\r\nc", ["x": true], gives: "a\r\nb\r\nc"),
    .init("at the end without a newline", "a\n  {{#x}}{{/x}}\n  {{^x}}\n{{/x}}", ["x": true], gives: "a\n  \n"),
    .init(
      "two tags on a line do not stand alone", " {{#x}}{{^y}} \nb{{/y}}{{/x}}\n", ["x": true, "y": false],
      gives: "  \nb\n"),
    .init("text beside a tag keeps the line", " {{#x}} a\n{{/x}} b\n", ["x": true], gives: "  a\n b\n"),
    .init("a partial alone is indented", "<\n  {{>p}}\n>", [:], ["p": "a\nb\n"], gives: "<\n  a\n  b\n>"),
    .init("its data are not", " {{>p}}\n", ["x": "1\n2"], ["p": "{{x}}\n{{{x}}}\n"], gives: " 1\n2\n 1\n2\n"),
    .init(
      "indentation adds up", "{{>p}}\n {{>p}}\n", [:], ["p": "p\n  {{>q}}\n", "q": "q\n"], gives: "p\n  q\n p\n   q\n"),
    .init(
      "a partial in mid-line is not indented", "  {{>p}} {{>q}}\n", [:], ["p": "a\nb", "q": "c\nd"],
      gives: "  a\nb c\nd\n"),
    .init(
      "nor one in mid-line inside one that is", "  {{>p}}\n", [:], ["p": "x {{>q}}\ny\n", "q": "1\n2"],
      gives: "  x 1\n2\n  y\n"),
    .init(
      "lines that start with a tag are indented", "  {{>p}}\n", ["x": "X", "t": true],
      ["p": "{{x}}\n{{#t}}y{{/t}}\n{{! c }} z\n{{#t}}\nw\n{{/t}}\n"], gives: "  X\n  y\n   z\n  w\n"),
    .init(
      "a line inside a loop is indented each time", " {{>p}}\n", ["l": [1, 2]], ["p": "{{#l}}\n{{.}}\n{{/l}}\n"],
      gives: " 1\n 2\n"),
    .init("tabs are indentation", "\t{{>p}}\n", [:], ["p": "a\n"], gives: "\ta\n"),
    .init("a byte order mark is no text", "{{>p}}", [:], ["p": "\u{FEFF}a"], gives: "a"),
  ]
}
