import Testing

@testable import Checks

@Suite struct UncitedNumberTests {
  private static let settings = MarkedSite.settings + "checks: {evidence/uncited-number: warning}\n"

  private func site(_ page: String) -> [String: String] {
    var files = SiteWords.with(page)
    files["sitegen.yml"] = Self.settings
    files["content/data/references.json"] = "[{\"id\": \"a\", \"title\": \"A\"}]"
    files["content/data/support-lines.yml"] = """
      - id: gb-line
        country: GB
        name: Lifeline
        kind: drugs
        phone: "+441234567"
        display: "0123 4567 or 85258"
        languages: [en]
        evidence: https://example.org/
        verified: 2026-11-01

      """
    return files
  }

  @Test func numbersWithoutASourceAreReportedOnceABlock() async throws {
    let found = try await findings(
      of: .uncitedNumber,
      site(
        """
        Developed in the 👉1960s👈, it was first given in 1964 to volunteers. It was made in 1962.

        Ünïcödé and *then* about 👉1,148👈 people &amp; more. In the past,
        half of them stopped.

        - In item: 👉12.5👈% had it
        - cited [@a]: 13 people

        Of those, "👉two thirds👈" stopped.

        > Quoted: 👉one in five👈 did.

        | Year | Who |
        |---|---|
        | 👉2014👈 | 41 people |

        :::callout{title="In 2019"}
        It took [two](index.md) years, 👉2019👈 to 2021.
        :::
        """))
    #expect(found.first?.message == "'1960s' has no source")
  }

  /// The register has a line at 13 11 14; that makes 14 no telephone number.
  @Test func groupsOfTelephoneNumbersAreNoExcuse() async throws {
    var files = site("Up to 👉14👈 years in prison. Text 85258.\n")
    files["content/data/support-lines.yml"] = files["content/data/support-lines.yml"]?.replacing(
      "0123 4567", with: "13 11 14")
    try await findings(of: .uncitedNumber, files)
  }

  @Test func citationsAroundCount() async throws {
    try await findings(
      of: .uncitedNumber,
      site(
        """
        In 1962 it was made [@a].

        In trials, these were found [@a]:

        - 10 people slept
          - 5 of them long

        They took part [@a].

        | 10 | 20 |
        |---|---|
        | 30 | 40 |

        - It was 1962.

          In 1964 it was given [@a].

        | 10 | 20 |
        |---|---|
        | 30 | 40 [@a] |

        In 1970 it was approved.[^1]

        [^1]: The label of 1970 [@a].
        """))
  }

  @Test func numbersThatStateNoFactAreFine() async throws {
    try await findings(
      of: .uncitedNumber,
      site(
        """
        ## 10 signs in 2020

        1. Call 999, 112 or 85258, 24 hours a day, 24/7, from 9am to 5 pm or 10:30. Ring 0800 123 4567 or 116 123.
        2. Step 2 on page 12: Schedule 2, WCAG 2.2, type 2 diabetes, for people aged 16 to 25 or 18 and over.

        GluN2B, NR2, 5-HT, H2O, CB1, A4, COVID-19 and MK-801 are names. See [the 2019 trial](index.md). Two or three of
        them are common. It was checked on 21 November 2026. Half of it is water.
        """))
  }
}
