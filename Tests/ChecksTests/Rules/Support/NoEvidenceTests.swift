import Diagnostics
import Testing

@testable import Checks

@Suite struct NoEvidenceTests {
  private static func register(_ evidence: String) -> [String: String] {
    ["content/data/support-lines.yml": Check.registerEntry(evidence: evidence)]
  }

  @Test(arguments: [
    "a leaflet", "www.samaritans.org", "https://", "https://localhost/", "\"https://www.samaritans.org/ contact\"",
    "mailto:jo@samaritans.org", "ftp://samaritans.org/",
  ])
  func evidenceThatNobodyCanOpenIsAnError(_ evidence: String) async throws {
    let found = try await findings(of: .noEvidence, Self.register("👉\(evidence)👈"))
    #expect(found.map(\.severity) == [.error])
  }

  @Test func anOldSchemeIsAWarning() async throws {
    let found = try await findings(of: .noEvidence, Self.register("👉http://health.nzdf.mil.nz/mind/👈"))
    #expect(found.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "https://www.samaritans.org/how-we-can-help/?a=1#b", "https://www.nfa.gov.tw/eng/index.php?act=article&code=print",
  ])
  func aPageIsFine(_ evidence: String) async throws { try await findings(of: .noEvidence, Self.register(evidence)) }
}
