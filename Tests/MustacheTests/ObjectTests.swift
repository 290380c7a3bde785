import Testing

@testable import Mustache

struct ObjectTests {
  @Test(arguments: [0, 1, 8, 9, 16, 17, 1000])
  func everyKeyIsFoundAndNoOther(count: Int) {
    var object = Object()
    for number in 0..<count { object["key\(number)"] = .number(number) }
    for number in 0..<count {
      guard case .number(number) = object["key\(number)"] else {
        Issue.record("key\(number) is \(String(describing: object["key\(number)"]))")
        continue
      }
    }
    #expect(object["key\(count)"] == nil)
    #expect(object[""] == nil)
    #expect(Array(object.keys) == (0..<count).map { "key\($0)" })
  }

  @Test func theLaterOfTwoEqualKeysCounts() {
    let object: Object = ["a": 1, "b": 2, "a": 3]
    #expect(Array(object.keys) == ["a", "b"])
    if case .number(3) = object["a"] { return }
    Issue.record("a is \(String(describing: object["a"]))")
  }

  @Test func keysWithEqualHashesStayApart() {
    // Two words with the same 32-bit FNV-1a hash.
    #expect(Object.hash("costarring") == Object.hash("liquid"))
    let object: Object = ["costarring": 1, "liquid": 2]
    if case .number(2) = object["liquid"], case .number(1) = object["costarring"] { return }
    Issue.record("one took the other's place")
  }

  @Test func dictionariesAreObjectsToo() {
    let keys: [String: Value] = ["a": 1]
    #expect(Rendered("{{a}}", with: .object(keys)).text == "1")
  }

  @Test func settingNilLeavesAKnownKeyWithoutValue() {
    var object: Object = ["a": 1]
    object["a"] = nil
    #expect(Rendered("({{a}})", with: .object(object)).problems == [])
  }
}
