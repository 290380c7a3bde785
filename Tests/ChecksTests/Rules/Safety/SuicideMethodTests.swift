import Testing

@testable import Checks

@Suite struct SuicideMethodTests {
  @Test func detailsAreReported() async throws {
    try await findings(
      of: .suicideMethod,
      SiteWords.with(
        """
        What is a *known* 👉lethal dose👈 &amp; why?

        - Zoë asked for a 👉painless way to die👈
        - The commonest 👉method of suicide👈 is this
        - He died by suicide by 👉hanging👈.

        > She ended her life
        > with an 👉overdose👈 of tablets.
        """))
  }

  @Test(arguments: [
    "Remove anything they could use, such as pills or knives. Removing access to lethal means saves lives.",
    "If you have thoughts of hanging or jumping, call 999 now.",
    "An overdose can be fatal. Mixing raises the risk of overdose.",
    "Some people die by suicide after an overdose, so keep medicines locked away.",
    "About 800,000 people die by suicide every year. Asking about suicide does not plant the idea.",
    "Leave out methods of suicide, amounts and places. The blood test is quick and painless.",
    "Two grains of fentanyl can be enough to kill you. Opioids are the most lethal drugs.",
    "People who had made a suicide attempt were not given ketamine.",
    "Trials do not show that ketamine prevents a suicide attempt.",
  ])
  func preventionIsFine(_ text: String) async throws {
    try await findings(of: .suicideMethod, SiteWords.with(text + "\n"))
  }
}
