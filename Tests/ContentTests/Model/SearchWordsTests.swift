import Testing

@testable import Content

struct SearchWordsTests {
  private static func data(_ change: (inout SearchData) -> Void) -> SearchData {
    var data = SearchData(language: LocatedText("en", at: .init(file: "search.yml")))
    change(&data)
    return data
  }

  private static let english = SearchWords(
    data {
      $0.ignored = ["the", "my", "to"]
      $0.endings = ["ings", "ing", "ed", "es", "s", "e"]
      $0.spellings = [("ae", "e"), ("our", "or")]
      $0.same = [["ketamine", "ket", "k", "special k"], ["k-hole", "k hole", "khole"], ["pee", "wee", "urine"]]
    })

  @Test func withoutDataWordsStayAsTheyAre() {
    #expect(SearchWords(nil).terms("The Bladder, and K2!") == ["the", "bladder", "and", "k2"])
  }

  @Test(arguments: [
    ("bleeding", "bleed"), ("stopped", "stop"), ("stopping", "stop"), ("hole", "hol"), ("holes", "hol"), ("wee", "wee"),
    ("anaesthetics", "anesthetic"), ("colour", "color"), ("pill", "pil"), ("pills", "pil"), ("bee", "bee"),
  ])
  func cutsEndingsAndSpellsInOneWay(word: String, expected: String) {
    #expect(Self.english.normal(word) == expected)
  }

  @Test(arguments: [
    ("ket", ["ketamin"]), ("Special K", ["ketamin"]), ("a K-Hole", ["a", "khol"]), ("k hole", ["khol"]),
    ("k, hole or kholes", ["khol", "or", "khol"]), ("my urine", ["my", "pe"]),
  ])
  func takesTheLongestPhraseThatMeansTheSame(text: String, expected: [String]) {
    #expect(Self.english.meanings(text).map { $0 == "pee" ? "pe" : $0 } == expected)
  }

  @Test func leavesOutWhatSaysNothing() {
    #expect(Self.english.terms("hurts to wee, my bladder") == ["hurt", "pee", "bladder"])
  }

  @Test(arguments: [
    ("can't CAN’T", ["cant", "cant"]), ("a–b“c”d…", ["a", "b", "c", "d"]),
    ("Straße 2½ Größe", ["straße", "2½", "größe"]),
    ("線 ΑΒΓ", ["線", "αβγ"]), ("", []), ("'’'", []), ("_a_", ["a"]), ("e\u{301}t", ["e\u{301}t"]),
  ])
  func splitsAtEverythingButLettersDigitsAndMarks(text: String, expected: [String]) {
    #expect(SearchWords(nil).words(text) == expected)
  }

  @Test(arguments: [
    ("méxico", "mexico"), ("prevenção", "prevencao"), ("sjalvmordslinjen", nil), ("e\u{301}t", "et"), ("øl", "ol"),
    ("線", nil), ("straße", nil), ("ế", "e"),
  ])
  func knowsTheWordWithoutMarks(word: String, expected: String?) { #expect(SearchWords.plain(word) == expected) }
}
