import Diagnostics
import TestSupport
import Testing

@testable import Content

struct YAMLTests {
  private func read(_ text: String, lineOffset: Int = 0) -> (node: DataNode?, problems: [Diagnostic]) {
    YAML.read(text.utf8, file: "x.yml", lineOffset: lineOffset)
  }

  private func tree(_ text: String, places: Bool = false, lineOffset: Int = 0) throws -> String {
    let (node, problems) = read(text, lineOffset: lineOffset)
    #expect(lines(problems) == [])
    return dump(try #require(node), places: places)
  }

  @Test func readsMappingsListsAndTexts() throws {
    let text = """
      title: Bladder
      order: 5
      tags: [a, "b c"]
      list:
        - one
        - two: 'it''s'
      folded: >
        a
        b
      """
    #expect(
      try tree(text)
        == "{title: Bladder, order: 5, tags: [a, \"b c\"], list: [one, {two: \"it's\"}], folded: \"a b\"}"
    )
  }

  @Test func readsEmptyValuesAsNullButNotTheWordInQuotes() throws {
    #expect(
      try tree("{a: , b: ~, c: null, d: NULL, e: nULL, f: 'null', g: ''}")
        == "{a: null, b: null, c: null, d: null, e: nULL, f: \"null\", g: \"\"}")
  }

  @Test(arguments: ["", "# only a comment\n", "\n\n", "---\n...\n"])
  func readsNothingAsNull(text: String) throws { #expect(try tree(text) == "null") }

  @Test func placesKeysAndValues() throws {
    #expect(
      try tree("a: b\nlist: [c, 'd']\nmap:\n  e: \"f g\"\n", places: true)
        == "{a@1:1+1: b@1:4+1, list@2:1+4: [c@2:8+1, \"d\"@2:11+3]@2:7+8, map@3:1+3: {e@4:3+1: \"f g\"@4:6+5}@4:3+0}@1:1+0"
    )
  }

  @Test func countsColumnsInBytes() throws {
    #expect(
      try tree("é: ünï # ö\n漢字: [😀, x]", places: true)
        == "{é@1:1+2: ünï@1:5+5, 漢字@2:1+6: [😀@2:10+4, x@2:16+1]@2:9+9}@1:1+0")
  }

  @Test func countsLinesAsEditorsDo() throws {
    // YAML 1.1 also breaks lines at U+2028, editors do not.
    #expect(
      try tree("a: \"x\u{2028}y\"\r\nb: c", places: true) == "{a@1:1+1: \"x\u{2028}y\"@1:4+7, b@2:1+1: c@2:4+1}@1:1+0")
  }

  @Test func measuresTextsOfSeveralLinesOnTheirFirst() throws {
    #expect(
      try tree("a: one\n  two\nb: |\n  x\n", places: true)
        == "{a@1:1+1: one two@1:4+3, b@3:1+1: \"x\n\"@3:4+1}@1:1+0")
  }

  @Test func addsTheLinesBeforeFrontMatter() throws {
    #expect(try tree("a: b", places: true, lineOffset: 1) == "{a@2:1+1: b@2:4+1}@2:1+0")
    #expect(try tree("é: b", places: true, lineOffset: 1) == "{é@2:1+2: b@2:5+1}@2:1+0")
    #expect(lines(read("a: b: c", lineOffset: 3).problems).first?.hasPrefix("4:5+0 ") == true)
  }

  @Test func skipsAByteOrderMark() throws {
    #expect(try tree("\u{FEFF}a: b", places: true) == "{a@1:1+1: b@1:4+1}@1:1+0")
  }

  @Test func reportsAKeyGivenTwiceAndKeepsTheFirst() throws {
    let (node, problems) = read("a: 1\nb: 2\na: 3")
    #expect(lines(problems) == ["3:1+1 the key `a` is given twice"])
    #expect(problems.first?.rule == "data/duplicate-key")
    #expect(problems.first?.notes.first?.location?.line == 1)
    #expect(dump(try #require(node)) == "{a: 1, b: 2}")
  }

  @Test func reportsEachKeyGivenTwiceInALargeMapping() {
    let keys = (0..<100).map { "key\($0): x\n" }.joined()
    #expect(read(keys + keys).problems.count == 100)
  }

  @Test(arguments: [
    ("title: Ketamine: a history", "1:16+0 a value that contains ': ' needs quotes around it"),
    ("a: b\n  c: d", "2:4+0 this line is indented further than the value above allows"),
    ("some text\nb: c", "2:2+0 the line above needs a key and a colon before its value"),
    ("a: b\nsome text\nb: c", "2:1+0 a line needs a key and a colon before its value"),
    ("tags: - a", "1:7+0 a list begins on the line below its key"),
    ("tags:\n  - a\n - b", "3:2+0 this line is indented differently from the lines it belongs to"),
    ("a: \"x\" y", "1:8+0 nothing may follow the quote that closes a value"),
    ("a: 'it's'", "1:8+0 nothing may follow the quote that closes a value"),
    ("a: @x", "1:4+0 a value that begins with `@` needs quotes around it"),
    ("a: `x`", "1:4+0 a value that begins with a backtick needs quotes around it"),
    ("a: %x", "1:4+0 a value that begins with `%` needs quotes around it"),
    ("a: *important*", "1:4+0 a value that begins with `*` needs quotes around it"),
    ("a: !b c", "1:4+1 a value that begins with `!` needs quotes around it"),
    ("a: !!str b", "1:4+1 a value that begins with `!` needs quotes around it"),
    ("a: > b", "1:4+0 a value that begins with `>` needs quotes around it"),
    ("é: \"open\nb: c", "1:5+0 the quote that opens here is never closed"),
    ("a: [b, c\nd: e", "1:4+0 the list that opens here needs `,` between its items and a closing `]`"),
    ("a: {b: c\nd: e", "1:4+0 the group that opens here needs `,` between its keys and a closing `}`"),
    ("a:\n\t- b", "2:1+0 a tab cannot indent a line"),
    ("a:\n  \tb: c", "2:3+0 a tab cannot indent a line"),
    ("a: \"C:\\dir\"", "1:7+0 no escape begins with this character"),
    ("a: b\u{7}", "1:5+0 this is a control character, which text cannot contain"),
    ("[a]: b", "1:1+1 a key is a word, followed by a colon"),
    ("a: b\n---\nc: d", "2:1+3 a second document begins here, only one is read"),
  ])
  func saysWhatToMend(text: String, expected: String) {
    let (node, problems) = read(text)
    #expect(node == nil)
    #expect(lines(problems) == [expected])
    #expect(problems.first?.rule == "data/yaml-syntax")
  }

  @Test func showsTheLineInQuotes() {
    #expect(read("a: b\ntitle: K: a history").problems.first?.help == "write `title: \"K: a history\"`")
  }

  @Test(arguments: ["a: &x b\nc: *x", "a: &x [b]", "&x a: b", "a: &x {b: c}", "<<: {a: b}", "*a : b"])
  func refusesAnchorsAliasesAndMergeKeys(text: String) {
    let (node, problems) = read(text)
    #expect(node == nil)
    #expect(problems.map(\.rule) == ["data/yaml-syntax"])
  }

  @Test func refusesAnAliasBombAtItsFirstAnchor() {
    let bomb = "a: &a [x,x,x]\n" + (0..<30).map { "k\($0): &k\($0) [*a,*a,*a]\n" }.joined()
    #expect(lines(read(bomb).problems) == ["1:4+1 a value that begins with `&` needs quotes around it"])
  }

  @Test(arguments: ["[", "- ", "{a: "])
  func refusesDeepNesting(opening: String) {
    let depth = opening == "- " ? 100 : 100_000
    let problems = read(String(repeating: opening, count: depth)).problems
    #expect(problems.map(\.message) == ["lists and keys are nested more than 64 levels deep"])
  }

  @Test func readsAsDeepAsTheLimit() {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(read(text).node != nil)
    #expect(read("[\(text)]").node == nil)
  }

  @Test func reportsWhatIsNotUTF8() {
    let (node, problems) = YAML.read(Array("a: b\nc: d".utf8) + [0xE9, 0x0A], file: "x.yml", lineOffset: 1)
    #expect(node == nil)
    #expect(lines(problems) == ["3:5+1 this byte is not UTF-8, files here are UTF-8"])
    #expect(problems.first?.rule == "data/encoding")
  }

  @Test func neverCrashesOrHangs() {
    var random = SeededRandom(seed: 1)
    let alphabet = Array("ab:: \n\n  --[]{},,'\"|>#&*!%@?\t\\\r~é".utf8)
    for count in 0..<6000 {
      let bytes = random.bytes(count: count % 80, from: alphabet)
      let (node, problems) = YAML.read(bytes, file: "x.yml")
      #expect(node != nil || !problems.isEmpty, "\(bytes)")
      for problem in problems {
        #expect(problem.location.line >= 1 && problem.location.column >= 1, "\(bytes)")
      }
    }
  }

  @Test(.timeLimit(.minutes(30))) func readsALargeListOnOneLineInReasonableTime() {
    let text = "[" + String(repeating: "é, ", count: 100_000) + "x]"
    #expect(read(text).node?.items?.count == 100_001)
  }
}
