import Testing

@testable import Checks

@Suite struct StigmatisingTests {
  @Test func wordsThatJudgeAreFoundInAllKindsOfText() async throws {
    try await findings(
      of: .stigmatising,
      SiteWords.page(
        """
        ---
        title: 'Help for 👉ket-heads👈'
        description: "What to do about 👉drug abuse👈 – now"
        ---
        ## For 👉junkies👈 and *👉addicts👈*

        Caf\u{e9} &amp; bar \\* 👉abusing drugs👈. He
        👉committed suicide👈, and **she** was 👉mentally ill👈.

        - A 👉sufferer👈 may call it 👉horse tranquilliser👈.
        - [A 👉dirty test👈](page.md) after he 👉got clean👈

        | Word | Why |
        |---|---|
        | x | two 👉failed suicide attempts👈 |

        > 👉It is often abused👈 at parties.

        ![A 👉party drug👈 in a bag](a.png)

        Some were 👉clean from drugs👈, others 👉used it recreationally👈.
        """))
  }

  @Test func namesQuotationsAndOtherMeaningsAreFine() async throws {
    try await findings(
      of: .stigmatising,
      SiteWords.page(
        """
        The National Institute on Drug Abuse and the Substance Abuse Helpline are names. So is the
        Substance Abuse and Mental Health Services Administration.

        The word “addict” hurts, and so does "junkie". Do not use terms such as abuser or addict.

        Child abuse is a crime, and people who were abused need support. Screen reader users can skip it. Users of this
        site are not tracked.

        Use clean water and a clean straw. Alcoholic drinks make it worse, and vice versa. A drunk person can choke, and
        people who are drunk can fall. She has a high temperature, and prices get high in summer.

        Doses are high in hospitals. Some people have a psychotic episode. She tried to end her life and survived.
        """))
  }

  @Test func certainReplacementsAreOffered() async throws {
    let found = try await findings(
      of: .stigmatising,
      SiteWords.page(
        """
        👉Committed suicide👈 is wrong. 👉Recreational use👈 of *👉ket
        users👈* and a 👉DIRTY TEST👈, or 👉addict👈.
        """))
    #expect(
      found.map { $0.edits.map(\.replacement) } == [["Died by suicide"], ["Non-medical use"], [], [], []])
  }
}
