import Testing

@testable import Checks

@Suite struct PassiveMainMessageTests {
  @Test func adviceWithoutAnybodyIsFoundWhereThePageBegins() async throws {
    try await findings(
      of: .passiveMainMessage,
      SiteWords.page(
        """
        ---
        title: T
        description: Help 👉should be👈 sought early
        ---
        Mixing 👉must be👈 avoided. Help should be sought.

        Alcohol should be avoided.
        """
        .replacing("👉should be👈 sought", with: "should 👉be sought👈")
        .replacing("👉must be👈 avoided", with: "must 👉be avoided👈")))
    try await findings(
      of: .passiveMainMessage, SiteWords.page("Rest 👉is strongly recommended👈 after *an* infusion.\n"))
    try await findings(of: .passiveMainMessage, SiteWords.page("It 👉is prescribed by👈 doctors &amp; nurses.\n"))
  }

  @Test func passivesThatAskNobodyForAnythingAreFine() async throws {
    for text in [
      "Ketamine is used in hospitals. It should be kept cold.", "It is taken by mouth. It is known.",
      "Symptoms can be caused by drinking.", "The dose was raised by 10%.", "See a GP. Help should be sought.",
      "- Help should be sought.", "## Help should be sought",
    ] {
      try await findings(of: .passiveMainMessage, SiteWords.page(text + "\n"))
    }
  }
}
