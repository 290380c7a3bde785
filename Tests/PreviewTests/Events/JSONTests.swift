import Testing

@testable import Preview

@Suite struct JSONTests {
  @Test(
    arguments: [
      ("a", #""a""#), ("\"\\/", #""\"\\/""#), ("\n\r\t\0", #""\n\u000d\u0009\u0000""#),
      ("</script>", #""\u003c/script>""#),
      ("\u{2028}\u{2029}\u{7F}", #""\u2028\u2029\u007f""#), ("é👉", #""é👉""#), ("", #""""#),
      ("e\u{301}\r\n", "\"e\u{301}\\u000d\\n\""),
    ])
  func textIsEscaped(_ text: String, _ json: String) { #expect(Array(JSON.text(text).utf8) == Array(json.utf8)) }

  @Test func nothingIsNull() { #expect(JSON.text(nil) == "null") }

  @Test func listsAndObjectsAreInOrder() {
    #expect(
      JSON.object([("b", "1"), ("a\"", JSON.list(["2", "3"])), ("c", JSON.list([]))]) == #"{"b":1,"a\"":[2,3],"c":[]}"#)
  }
}
