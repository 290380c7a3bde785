import Diagnostics
import TestSupport
import Testing

@testable import Content

struct JSONTests {
  private func read(_ text: String) -> (node: DataNode?, problems: [Diagnostic]) {
    JSON.read(text.utf8, file: "x.json")
  }

  private func tree(_ text: String, places: Bool = false) throws -> String {
    let (node, problems) = read(text)
    #expect(lines(problems) == [])
    return dump(try #require(node), places: places)
  }

  @Test func readsWhatZoteroExports() throws {
    let text = """
      [{"id": "berman2000", "type": "article-journal", "issued": {"date-parts": [["2000", 2]]}, "note": null, "x": 1}]
      """
    #expect(
      try tree(text)
        == "[{id: \"berman2000\", type: \"article-journal\", issued: {date-parts: [[\"2000\", 2]]}, note: null, x: 1}]"
    )
  }

  @Test func keepsNumbersAsTheyAreWritten() throws {
    let text = "[0, -0, 12345678901234567890, 1.50, 1e5, 1E+5, -2.5e-10]"
    #expect(try tree(text) == text)
  }

  @Test func readsEscapes() throws {
    #expect(try tree(#""\"\\\/\b\f\n\r\t\u00e9\uD83D\ude00\u0000""#) == "\"\"\\/\u{8}\u{C}\n\r\té😀\0\"")
  }

  @Test func placesKeysAndValuesInBytes() throws {
    #expect(
      try tree("{\r\n  \"é\": [1,\n\"x\"],\r\"b\" : {}}", places: true)
        == "{é@2:3+4: [1@2:10+1, \"x\"@3:1+3]@2:9+0, b@4:1+3: {}@4:7+2}@1:1+0")
  }

  @Test func skipsAByteOrderMark() throws { #expect(try tree("\u{FEFF}[1]", places: true) == "[1@1:2+1]@1:1+3") }

  @Test func reportsAKeyGivenTwiceAndKeepsTheFirst() throws {
    let (node, problems) = read(#"{"a": 1, "\u0061": 2}"#)
    #expect(lines(problems) == ["1:10+8 the key `a` is given twice"])
    #expect(problems.first?.rule == "data/duplicate-key")
    #expect(problems.first?.notes.first?.location?.column == 2)
    #expect(dump(try #require(node)) == "{a: 1}")
  }

  @Test(arguments: [
    ("", "1:1+0 the file ends too early: a value must stand here"),
    ("[1,]", "1:4+0 a value must stand here"),
    ("{\"a\": 1,}", "1:9+0 a key must follow this comma"),
    ("{a: 1}", "1:2+0 a key in double quotes must stand here"),
    ("{\"a\" 1}", "1:6+0 a colon must follow the key `a`"),
    ("{\"a\": 1 \"b\": 2}", "1:9+0 `,` or `}` must stand here"),
    ("[1 2]", "1:4+0 `,` or `]` must stand here"),
    ("[1", "1:3+0 the file ends too early: `,` or `]` must stand here"),
    ("['a']", "1:2+0 a text stands in double quotes"),
    ("[1] // x", "1:5+0 nothing may follow the first value"),
    ("// x\n[1]", "1:1+0 JSON has no comments"),
    ("[\n  word]", "2:3+4 `word` is no value"),
    ("[True]", "1:2+4 `True` is no value"),
    ("[01]", "1:2+0 a number cannot begin with 0"),
    ("[-]", "1:3+0 a digit must follow `-`"),
    ("[1.]", "1:4+0 a digit must follow the decimal point"),
    ("[1e]", "1:4+0 a digit must follow the exponent's `e`"),
    ("[+1]", "1:2+0 a number begins with a digit or `-`"),
    ("[\"a\nb\"]", "1:2+0 the quote that opens here is not closed on its line"),
    ("[\"a\tb\"]", "1:4+0 this is a control character, which text cannot contain"),
    ("[\"a", "1:2+0 the quote that opens here is never closed"),
    ("[\"a\\", "1:2+0 the quote that opens here is never closed"),
    ("[\"\\q\"]", "1:3+1 no escape begins with this character"),
    ("[\"\\u12g4\"]", "1:3+2 `\\u` takes four hexadecimal digits"),
    ("[\"\\ud800x\"]", "1:3+6 this is half a character: `\\ud800` to `\\udfff` come in pairs"),
    ("[\"\\ud800\\u0041\"]", "1:3+6 this is half a character: `\\ud800` to `\\udfff` come in pairs"),
    ("[\"\\udc00\"]", "1:3+6 this is half a character: `\\ud800` to `\\udfff` come in pairs"),
  ])
  func saysWhatToMend(text: String, expected: String) {
    let (node, problems) = read(text)
    #expect(node == nil)
    #expect(lines(problems) == [expected])
    #expect(problems.first?.rule == "data/json-syntax")
  }

  @Test(arguments: ["[", "{\"a\":"])
  func refusesDeepNesting(opening: String) {
    let problems = read(String(repeating: opening, count: 100_000)).problems
    #expect(problems.map(\.message) == ["values are nested more than 64 levels deep"])
  }

  @Test func readsAsDeepAsTheLimit() {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(read(text).node != nil)
    #expect(read("[\(text)]").node == nil)
  }

  /// One of each ill-formed kind in table 3-7 of the Unicode Standard.
  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC2], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xE2, 0x82, 0x41],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func reportsWhatIsNotUTF8(bytes: [UInt8]) {
    let (node, problems) = JSON.read(Array("[\n \"é".utf8) + bytes + Array("\"]".utf8), file: "x.json")
    #expect(node == nil)
    #expect(lines(problems) == ["2:5+1 this byte is not UTF-8, files here are UTF-8"])
  }

  @Test func neverCrashesOrHangs() {
    var random = SeededRandom(seed: 2)
    let alphabet = Array("[]{}\"\",,::  \n\\udn0123456789.-+eEtruefalsnl".utf8)
    for count in 0..<20_000 {
      let bytes = random.bytes(count: count % 40, from: alphabet)
      let (node, problems) = JSON.read(bytes, file: "x.json")
      #expect(node != nil || problems.count == 1, "\(bytes)")
    }
  }

  @Test func readsATextCutShortWithoutCrashing() {
    let text = Array(#"{"a": [1.5e-3, "\ud83d\ude00é", true, null], "b": {}}"#.utf8)
    for length in 0..<text.count { #expect(JSON.read(text[..<length], file: "x.json").node == nil) }
    #expect(JSON.read(text, file: "x.json").node != nil)
  }
}
