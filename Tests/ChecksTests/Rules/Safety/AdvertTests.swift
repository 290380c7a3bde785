import Testing

@testable import Checks

@Suite struct AdvertTests {
  @Test func advertsAndLeftoversAreReported() async throws {
    let found = try await findings(
      of: .advert,
      SiteWords.with(
        """
        Ketamine blocks a receptor. 👉Skin care products for tired faces👈.

        ## 👉Leave a Reply👈

        👉Your email address will not be published👈. 👉Required fields are marked👈 \\*

        - *All* goods with 👉free shipping👈 &amp; more
        - Zoë says 👉click here to👈 win

        👉Luxury skincare for glowing skin👈.
        """))
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test(arguments: [
    "These products are not licensed. New products appear on the market each year.",
    "Moisturising creams help dry skin. Which supplements?", "- vitamins\n- creams for dry skin",
    "Share what you know with the crew. You may be asked to leave a message.",
    "Call now if they cannot be woken. Apps for breathing exercises. High quality evidence is lacking.",
    "Insurance: some clinics ask for it. Recovery. One day at a time.",
  ])
  func plainSentencesAboutGoodsAreFine(_ text: String) async throws {
    try await findings(of: .advert, SiteWords.with(text + "\n"))
  }
}
