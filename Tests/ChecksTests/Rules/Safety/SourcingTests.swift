import Testing

@testable import Checks

@Suite struct SourcingTests {
  @Test func offersAreReportedWhereverTheyStand() async throws {
    let found = try await findings(
      of: .sourcing,
      SiteWords.with(
        """
        Ketamine, 👉ORDER YOUR KET ONLINE👈 WITHOUT A PRESCRIPTION an anaesthetic, is used in hospitals for people.

        ## 👉Where to buy ketamine👈

        - *Fast*: 👉order ketamine online👈 tonight
        - 👉purchase pure ketamine without a prescription👈 &amp; pay later

        > Zürich: ketamine 👉for sale👈 here

        | Offer | Note |
        |---|---|
        | 👉Overnight shipping👈 | [👉No prescription needed👈](index.md) |

        The second line
        of a paragraph: our 👉trusted vendor👈 is quick.
        """))
    #expect(found.allSatisfy { $0.severity == .error })
  }

  /// How health pages and laws speak of buying.
  @Test(arguments: [
    "People who buy ketamine online cannot know what is in it.",
    "It is illegal to buy or sell ketamine, and supply can lead to prison.",
    "Buying ketamine without a prescription is illegal in many countries, and the contents are unknown.",
    "Pharmacies supply it to hospitals. Buying naloxone is easy: many pharmacies sell it.",
    "You can get help with ketamine online. Get advice about ketamine from a GP today.",
    "The FDA has warned against buying compounded ketamine online.",
    "In order to treat ketamine bladder, doctors order blood tests.",
    "Naloxone is free, no prescription needed. Ketamine tests arrive in discreet packaging.",
    "Scores on the ketamine craving scale fell.", "To place your order of leaflets on ketamine, write to us.",
    "Never buy ketamine online.", "A dealer may not know what the powder holds.",
  ])
  func talkOfBuyingIsFine(_ text: String) async throws {
    try await findings(of: .sourcing, SiteWords.with(text + "\n"))
  }

  @Test(arguments: [
    "Buy ketamine online without any risk.", "Looking to score some ket tonight?", "How to buy ketamine safely.",
    "You can buy ketamine from a friendly seller.", "Get your Spravato online, no prescription.",
    "Cheap ketamine powder for sale.", "The best dark web market for ketamine is easy to find.",
  ])
  func otherWordsOfSellersAreFound(_ text: String) async throws {
    let site = try MarkedSite(SiteWords.with(text + "\n"))
    #expect(try await site.found(by: [.sourcing]).count == 1)
  }
}
