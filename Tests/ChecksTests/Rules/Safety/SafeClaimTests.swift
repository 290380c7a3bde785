import Diagnostics
import Testing

@testable import Checks

@Suite struct SafeClaimTests {
  @Test func claimsOfSafetyAreReported() async throws {
    let found = try await findings(
      of: .safeClaim,
      SiteWords.with(
        """
        When used with care, *ketamine* is quite 👉safe👈. Ketamine is 👉perfectly safe👈 &amp; fun.

        - ünd ketamine is 👉harmless👈
        - Unlike alcohol, [ketamine is 👉not addictive👈](index.md)

        For years ketamine passed as a 👉safer alternative👈 to ether. Ketamine does not slow breathing,
        which makes it a 👉safer option👈 in some places.
        """))
    #expect(found.map(\.severity) == [.error, .error, .error, .error, .warning, .warning])
  }

  @Test(arguments: [
    "Is ketamine safe? No amount of ketamine is safe. Nobody can say how safe ketamine is.",
    "Ketamine: make sure the area is safe. Move them to a safe place and keep them safe. Dispose of needles safely.",
    "Naloxone will not reverse ketamine, but it is safe to give even if no opioids were taken.",
    "It does not follow that ketamine is safe. It is a myth that ketamine is not addictive.",
    "\"Ketamine is completely safe\" is something you may hear at parties.",
    "“It does not stop breathing, so ketamine is safe.” Breathing can stop.",
    "It is not known whether ketamine is safe in pregnancy. No figure does not mean no risk.",
    "Ask your doctor if ketamine is safe for you. Buprenorphine is a safe treatment for cocaine and heroin.",
    "Being a medicine does not make ketamine harmless.", "The test is safe and has no side effects.",
  ])
  func doubtsAndPlacesAreFine(_ text: String) async throws {
    try await findings(of: .safeClaim, SiteWords.with(text + "\n"))
  }
}
