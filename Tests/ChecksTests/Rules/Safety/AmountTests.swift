import Testing

@testable import Checks

@Suite struct AmountTests {
  @Test func amountsAndTimeTablesAreReported() async throws {
    try await findings(
      of: .amount,
      SiteWords.with(
        """
        Start with *about* 👉30 mg👈 of ketamine &amp; wait, or 👉50mg👈.

        - 👉0.5 g👈 for a night
        - ünd 👉1,5 grams👈
        - Snort 👉two lines👈, redose 👉every 45 minutes👈

        | Ket | 👉1 mg👈/kg |
        |---|---|
        | [Take 👉half a gram👈](index.md) | 👉three bumps👈 of ket |
        """))
  }

  /// Numbers of the body, of laws, of laboratories, of antidotes and of time.
  @Test(arguments: [
    "Ketamine harms the bladder. A bladder holds 400 to 600 ml of urine. Drink about 200 ml of water.",
    "The limit for ketamine is 20 µg/L of blood. Bilirubin was 35 mg per litre in people who used ketamine.",
    "Possession of more than 5 grams of ketamine is an offence. Police seized 50 kg of it.",
    "Naloxone nasal spray holds 4 mg. It does not reverse ketamine.",
    "Ketamine: check their breathing every 5 minutes. Effects last about 20 minutes.",
    "A 5G network, 320 px wide. There are three support lines for ketamine in the list.",
    "The tablets contained between 50 and 300 mg of MDMA, so two pills that look alike can differ a lot.",
    "Do not take more ketamine because nothing is happening.", "Add 500 g of flour.",
  ])
  func otherNumbersAreFine(_ text: String) async throws {
    try await findings(of: .amount, SiteWords.with(text + "\n"))
  }

  @Test func aTrialsDoseMayStandWithItsSource() async throws {
    let text = "Ketamine at 0.5 mg/kg lowered scores for a day [@zarate2006].\n"
    try await findings(of: .amount, SiteWords.with(text, at: "content/research/depression.md"))
    try await findings(
      of: .amount,
      SiteWords.with("Ketamine at 👉0.5 mg👈/kg lowered scores.\n", at: "content/research/depression.md"))
    try await findings(
      of: .amount,
      SiteWords.with("Ketamine at 👉0.5 mg👈/kg is strong [@zarate2006].\n", at: "content/risks/a.md"))
    try await findings(
      of: .amount,
      SiteWords.with("In a trial, ketamine at 0.5 mg/kg was given [@zarate2006].\n", at: "content/risks/a.md"))
  }
}
