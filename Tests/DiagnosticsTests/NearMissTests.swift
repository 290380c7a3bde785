import Testing

@testable import Diagnostics

struct NearMissTests {
  @Test(arguments: [
    ("titel", "title"),  // two letters swapped count as one slip
    ("tite", "title"), ("titlee", "title"), ("Title", "title"), ("discription", "description"),
    ("warning-sings", "warning-signs"), ("naïve", "naive"),
  ])
  func findsTheNameThatWasMeant(name: String, expected: String) {
    #expect(NearMiss.nearest(to: name, in: ["title", "description", "order", "warning-signs", "naive"]) == expected)
  }

  @Test(arguments: ["zebra", "", "t", "ti", String(repeating: "title", count: 100)])
  func findsNothingThatIsFar(name: String) { #expect(NearMiss.nearest(to: name, in: ["title", "order"]) == nil) }

  @Test func prefersTheNearest() { #expect(NearMiss.nearest(to: "tag", in: ["tabs", "tags"]) == "tags") }

  @Test func answersTheSameInAnyOrder() {
    #expect(NearMiss.nearest(to: "cat", in: ["bat", "hat", "rat"]) == "bat")
    #expect(NearMiss.nearest(to: "cat", in: ["rat", "hat", "bat"]) == "bat")
  }

  @Test func findsNothingAmongNone() { #expect(NearMiss.nearest(to: "title", in: []) == nil) }

  @Test func onlyASlipIsPutRightWithoutAsking() {
    #expect(NearMiss.slip(of: "first-sings", in: ["first-signs", "last-signs"]) == "first-signs")
    #expect(NearMiss.slip(of: "blader", in: ["bladder", "liver"]) == "bladder")
    // Another word, a short one, or two that are as near.
    #expect(NearMiss.slip(of: "liver", in: ["lover", "river"]) == nil)
    #expect(NearMiss.slip(of: "eye", in: ["ear", "dye"]) == nil)
    #expect(NearMiss.slip(of: "treatment", in: ["statement"]) == nil)
  }
}
