import Testing

@testable import Checks

@Suite struct ContactChannelTests {
  @Test func accountsAreReported() async throws {
    try await findings(
      of: .contactChannel,
      SiteWords.with(
        """
        Questions? 👉Telegram: @ketking👈 answers. **Now** 👉Wickr: ketplug👈.

        - 👉DM me👈 for more
        - ünd 👉t.me👈/ketshop
        - 👉[more](https://t.me/ketshop)👈
        - 👉WhatsApp +44 7700 900123👈 for a menu
        - 👉orders@ketshop👈.example
        """))
  }

  /// Services that help, and words that only look like a messenger.
  @Test(arguments: [
    "You can text SHOUT to 85258, or call Samaritans on 116 123.",
    "Message the charity on WhatsApp on 07700 900123 for confidential support.",
    "Nerve signals 2 and 3 arrive later. Signal proteins such as mTORC1 rise.",
    "In session 4 you plan what to do. Email info@example.org.", "Follow us on Instagram for news.",
    "Text us to order a naloxone kit.",
  ])
  func helpIsFine(_ text: String) async throws {
    try await findings(of: .contactChannel, SiteWords.with(text + "\n"))
  }

  @Test func addressesOfTheRegisterAreFine() async throws {
    var files = SiteWords.with("Write to [Lifeline](https://wa.me/441234567890) or WhatsApp 01234 567890.\n")
    files["content/data/support-lines.yml"] = """
      - id: gb-line
        country: GB
        name: Lifeline
        kind: drugs
        phone: "01234567890"
        display: "01234 567890"
        url: https://wa.me/441234567890
        languages: [en]
        evidence: https://example.org/
        verified: 2026-11-01

      """
    try await findings(of: .contactChannel, files)
  }
}
