import Testing

@testable import Checks

@Suite struct TestimonialTests {
  @Test func eachBlockWithAStoryIsFoundOnce() async throws {
    try await findings(
      of: .testimonial,
      SiteWords.page(
        """
        Many people ask about it. 👉I had tried eleven medicines👈. My doctor gave up. Then came a trial.
        👉After it, my mood improved👈 &amp; I slept.

        - 👉I walked in terrified👈.
        - Take water with you.
        - 👉As the drug took hold, *I* felt calm👈.

        ## 👉My ketamine story👈

        | Week | Notes |
        |---|---|
        | 1 | 👉I slept through👈 |

        > 👉I was sceptical at first👈.

        👉I take it every night👈. I love it.
        """
        .replacing("eleven medicines👈.", with: "eleven medicines.👈")
        .replacing("improved👈 &amp; I slept.", with: "improved &amp; I slept👈.")
        .replacing("medicines.👈", with: "medicines👈.")))
  }

  @Test func pastedListsAndHeadingsAreFoundLineByLine() async throws {
    try await findings(
      of: .testimonial,
      SiteWords.page(
        """
        A Day at the Clinic
        👉My first session was strange👈. I cried.
          • 👉As the drug took hold, I felt calm👈. I smiled.
          • 👉Colours danced before my eyes👈.

            👉After a week I went back and my anxiety had gone👈.
        """))
  }

  @Test func whatReadersAskAndSayIsFine() async throws {
    try await findings(
      of: .testimonial,
      SiteWords.page(
        """
        ---
        title: Can I drive?
        ---
        ## I am thinking of suicide

        ## I have taken too much

        ## I took ketamine while pregnant

        [I mixed it with alcohol.](page.md)

        Should I stop? What do I do if my friend collapsed?

        > I am thinking about suicide. I need to talk to someone.

        Ask:

        - Is this treatment licensed for me?
        - whether I needed the scan
        - [I have used ketamine and feel ill](page.md)
        - I am worried about my friend.
        - I fainted

        Say: I used ketamine last night. You could say: "I use ketamine, and it hurts when I pee."

        He told us: “I felt better after my first session. I was happy.”

        It is in Schedule I, and bipolar I disorder is different. ASPIRE I and ASPIRE II tested esketamine. Carl I.
        Stevens made it. Phase I trials tested safety. People with ME were left out, i.e. not asked. Vitamin B is not a
        cure.
        """))
  }
}
