import Testing

@testable import Checks

@Suite struct DoubleNegativeTests {
  @Test func negativesThatCancelOutAreFound() async throws {
    let found = try await findings(
      of: .doubleNegative,
      SiteWords.page(
        """
        Feeling sick is 👉not uncommon👈. Ketamine *👉is not without risks👈*.

        - A lasting effect is 👉not unlikely👈.
        """))
    #expect(found.first?.help == "write 'common'")
  }

  @Test func oneNegativeIsFine() async throws {
    try await findings(
      of: .doubleNegative,
      SiteWords.page(
        "It is uncommon, and not safe. Do not go without water. It is not known, nor usual. Nobody should be alone.\n"))
  }
}
