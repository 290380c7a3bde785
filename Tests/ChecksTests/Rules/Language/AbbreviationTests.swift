import Testing

@testable import Checks

@Suite struct AbbreviationTests {
  private let glossary = "- {id: ect, term: Electroconvulsive therapy, definition: A treatment., also: [ECT]}\n"

  @Test func abbreviationsAreExplainedWhereTheyAreFirstUsed() async throws {
    let found = try await findings(
      of: .abbreviation,
      SiteWords.page(
        """
        Caf\u{e9} &amp; *👉ECT👈*, then ECT (electroconvulsive therapy).

        | Drug | Group |
        |---|---|
        | Sertraline | 👉SSRIs👈 |

        ## 👉CBT👈 for you

        ![A 👉TMS👈 machine](a.png)
        """
      ).merging(["content/data/glossary.yml": glossary]) { a, _ in a })
    #expect(found.first?.help == "link it: `[ECT](glossary:ect)`, or write the long form with '(ECT)' after it")
  }

  @Test func explainedAndKnownOnesAreFine() async throws {
    try await findings(
      of: .abbreviation,
      SiteWords.page(
        """
        ---
        title: ECT and CBT
        ---
        ## PTSD and ECT

        Ask a GP or go to A&E. In the UK and US, [ECT](glossary:ect) is an option. ECT helps some people.

        Cognitive behavioural therapy (CBT) helps. Post-traumatic stress disorder (PTSD; see below) is treated too.
        An SSRI (a common type of medicine) may help. SSRIs take weeks. MAOI antidepressants (monoamine oxidase
        inhibitors) are rare. The World Health Organization says so. The WHO lists it.

        Schedule III and ASPIRE II. PLEASE DO NOT DRIVE. The 5-HT2A receptor. OCD stands for obsessive-compulsive
        disorder.
        """
      ).merging(["content/data/glossary.yml": glossary]) { a, _ in a })
  }
}
