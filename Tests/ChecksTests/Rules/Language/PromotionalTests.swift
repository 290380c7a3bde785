import Testing

@testable import Checks

@Suite struct PromotionalTests {
  @Test func languageThatSellsIsFound() async throws {
    try await findings(
      of: .promotional,
      SiteWords.page(
        """
        ---
        title: "Ketamine: a 👉miracle👈?"
        description: It is 👉revolutionizing the field👈 of mood
        ---
        ## A 👉journey into the👈 mind

        Caf\u{e9} &amp; clinic: **👉state-of-the-art👈** care that 👉offers new hope👈 and
        a 👉new chapter in👈 care. It 👉holds immense promise👈 \\* for many.

        - a 👉ray of hope👈 in the 👉darkest of times👈
        - [👉unlock👈 your mind](page.md), with 👉remarkable results👈

        | Claim | Kind |
        |---|---|
        | 👉spiritual awakening👈 | 👉life-changing👈 |

        ![A 👉breathtaking👈 view](a.png)
        """))
  }

  /// Short passages in the manner of clinics, shops and retreats.
  @Test func advertsThatNobodyHasSeenBeforeAreFound() async throws {
    try await findings(
      of: .promotional,
      SiteWords.page(
        """
        👉Say goodbye to👈 endless pills. Our 👉compassionate team is👈 with you 👉every step of the way👈, and your
        healing 👉journey starts here👈.

        CBD oil 👉melts away stress👈. 👉Harness the power👈 of hemp, and 👉feel your best👈 again.

        Guests of the retreat report a 👉sense of oneness👈 and 👉profound insights👈 that 👉transformed their lives👈.
        """))
  }

  @Test func ordinaryHealthWritingIsFine() async throws {
    try await findings(
      of: .promotional,
      SiteWords.page(
        """
        Morphine is used for breakthrough pain, and a breakthrough seizure needs a call to the team. The agency gave it
        breakthrough therapy status.

        You may wonder if this is normal. Magic mushrooms are illegal. Bladder training can help you to reset how often
        you go. Life-changing events, such as a bereavement, can bring on depression.

        There is no miracle cure, and ketamine is not a magic bullet. Words such as "game-changer" are advertising. Be
        wary of adverts that promise a breakthrough. Call the Suicide & Crisis Lifeline.

        The journey to hospital took an hour. The trial had 72 people, and depression scores fell for a week. Some
        people feel euphoric or confused. Profound drowsiness is an emergency.
        """))
  }

  @Test func aDenialThatStressesIsNone() async throws {
    try await findings(of: .promotional, SiteWords.page("It is not just a 👉game-changer👈, but a 👉miracle👈.\n"))
  }

  @Test func titlesOfBoxesAreReadToo() async throws {
    try await findings(
      of: .promotional,
      SiteWords.page(
        ":::box{title=\"Über a 👉game-changer👈\"}\nText.\n:::\n\n:::box{kind=x caption=👉miracle👈}\nText.\n:::\n"),
      directives: ["box"])
  }
}
