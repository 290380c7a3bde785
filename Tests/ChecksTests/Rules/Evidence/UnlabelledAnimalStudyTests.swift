import Testing

@testable import Checks

@Suite struct UnlabelledAnimalStudyTests {
  private func site(_ page: String) -> [String: String] {
    var files = SiteWords.with(page)
    files["content/data/references.json"] =
      "[{\"id\": \"rats\", \"title\": \"A\"}, {\"id\": \"people\", \"title\": \"B\"}]"
    files["content/data/animal-studies.yml"] = "- rats\n"
    return files
  }

  @Test func sentencesThatDoNotNameTheAnimalAreReported() async throws {
    try await findings(
      of: .unlabelledAnimalStudy,
      site(
        """
        In rats it was seen first. New *connections* grew &amp; lasted [@people; 👉@rats👈].

        - ünd scores fell. [👉@rats👈]

        | Idea | Case |
        |---|---|
        | Growth | New spines [👉@rats👈] |
        """))
  }

  @Test func sentencesThatNameItAreFine() async throws {
    try await findings(
      of: .unlabelledAnimalStudy,
      site(
        """
        In rats, ketamine was followed by new spines in the front of the brain [@rats]. The animal evidence is about
        connections [@rats; @people]. It was seen in mice. [@rats]

        | Idea | Seen in |
        |---|---|
        | New spines [@rats] | Rats |
        """))
  }
}
