import Testing

@testable import Preview

@Suite struct EntityTagTests {
  @Test func readsAListOfTags() {
    #expect(EntityTag.list(#""a", W/"b" ,"c,d""#).map(\.text) == [#""a""#, #"W/"b""#, #""c,d""#])
    #expect(EntityTag.list("a, \"b\"").isEmpty)
    #expect(EntityTag.list("\"a\", \"b").map(\.text) == ["\"a\""])
  }

  @Test(
    arguments: [
      (nil, nil, .met), (nil, "\"a\"", .notModified), (nil, "W/\"a\"", .notModified),
      (nil, "\"b\", \"a\"", .notModified),
      (nil, "*", .notModified), (nil, "\"b\"", .met), (nil, "a", .met), ("\"a\"", nil, .met), ("*", nil, .met),
      ("\"b\"", nil, .failed), ("W/\"a\"", nil, .failed), ("\"b\", \"a\"", nil, .met), ("\"a\"", "\"a\"", .notModified),
      ("\"b\"", "\"a\"", .failed), ("", nil, .failed),
    ] as [(String?, String?, Preconditions.Outcome)])
  func conditionsAreAsTheSpecificationHasThem(_ match: String?, _ noneMatch: String?, _ wanted: Preconditions.Outcome) {
    #expect(Preconditions.outcome(ifMatch: match, ifNoneMatch: noneMatch, tag: EntityTag(value: "a")) == wanted)
  }

  @Test func otherBytesHaveAnotherTag() { #expect(EntityTag(of: [1]) != EntityTag(of: [2])) }
}
