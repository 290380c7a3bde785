import Testing

@testable import Checks

@Suite struct OneSidedEvidenceTests {
  private static let data = [
    "content/data/references.json":
      "[\(["good", "better", "none", "mixed", "ocd", "x", "y", "z", "w"].map { "{\"id\": \"\($0)\", \"title\": \"T\"}" }.joined(separator: ", "))]",
    "content/data/trials.yml": """
    - {topic: ptsd, direction: positive, references: [good, x]}
    - {topic: ptsd, direction: positive, references: [better]}
    - {topic: ptsd, direction: "null", references: [none]}
    - {topic: ptsd, direction: mixed, references: [mixed]}
    - {topic: ocd, direction: positive, references: [ocd]}

    """,
  ]

  private func site(_ page: String) -> [String: String] {
    Self.data.merging(["content/page.md": page]) { _, page in page }
  }

  @Test func pagesThatTellOnlyWhatWentWellAreReported() async throws {
    let found = try await findings(
      of: .oneSidedEvidence, site("Two *small* trials &amp; both positive [@x; 👉@good👈; @better].\n"))
    #expect(found.map(\.message) == ["the page cites only trials on ptsd that went well"])
    #expect(found.first?.help == "tell what the others found, too: mixed, none")
  }

  @Test(arguments: [
    "Two were positive [@good; @better]. The largest found no effect [@none].",
    "Two were positive [@good; @better]. One was mixed [@mixed].",
    "One helped [@ocd].",  // no other trial of this is known
    "Nausea was common [@good]. So were [@w] other [@x] harms [@y] of it [@z].",  // not what the page is about
  ])
  func balancedAndOtherPagesAreFine(_ text: String) async throws {
    try await findings(of: .oneSidedEvidence, site(text + "\n"))
  }

  @Test func trialsThatADirectiveDrawsCount() async throws {
    try await findings(
      of: .oneSidedEvidence, site("One helped [@good].\n\n:::trials{topic=ptsd}\n\n:::\n"), directives: ["trials"])
  }
}
