import Content
import Diagnostics
import Testing

@testable import ExternalLinks

@Suite struct LinkFindingsTests {
  private let exact = SourceLocation(file: "content/a.md", line: 4, column: 5, length: 30)

  private func findings(
    _ address: String, _ days: [LinkOutcome], fragment: String = "", isExact: Bool = true
  ) throws -> [Diagnostic] {
    let address = try #require(WebAddress(address))
    let link = ExternalLink(
      address: address, places: [.init(location: exact, isExact: isExact, fragment: fragment)])
    var ledger = LinkLedger()
    for (i, outcome) in days.enumerated() {
      ledger.note(outcome, of: address, on: try #require(CalendarDay(year: 2026, month: 11, day: i + 1)))
    }
    return LinkFindings.diagnostics(for: [link], [address: try #require(days.last)], ledger)
  }

  private func moved(_ target: String) -> LinkOutcome {
    LinkOutcome(.good, "200", movedTo: WebAddress(target))
  }

  private let failed = LinkOutcome(.failed, "404")

  @Test func aLinkFailsTwiceBeforeItIsDead() throws {
    let first = try #require(try findings("https://a.example/x", [failed]).first)
    #expect(first.rule == "link/failing")
    #expect(first.severity == .info)
    #expect(
      first.message
        == "https://a.example/x did not answer well on 2026-11-01: the server has no such page (404)")
    #expect(first.help == "open it to see for yourself; it counts as dead if it fails on 2 other days")
    #expect(try findings("https://a.example/x", [failed, failed]).first?.help?.hasSuffix("on 1 other day") == true)
    let dead = try #require(try findings("https://a.example/x", [failed, failed, failed]).first)
    #expect(dead.rule == "link/dead")
    #expect(dead.severity == .warning)
    #expect(dead.location == exact)
    #expect(
      dead.message
        == "https://a.example/x is dead: it failed on 3 days since 2026-11-01, because the server has no such page (404)"
    )
  }

  @Test func whatIsUnknownIsNotReported() throws {
    #expect(try findings("https://a.example/x", [.unknown("403")]).isEmpty)
    #expect(try findings("https://a.example/x", [failed, .unknown("503")]).isEmpty)
    #expect(try findings("https://a.example/x", [LinkOutcome(.good, "200")]).isEmpty)
    // Dead until it answers well.
    let still = try findings("https://a.example/x", [failed, failed, failed, .unknown("timeout")])
    #expect(still.map(\.rule) == ["link/dead"])
    #expect(still.first?.message.hasSuffix("because the last answer was 'timeout'") == true)
  }

  @Test(arguments: [
    ("http://a.example/x", "https://a.example/x"), ("https://a.example/x", "https://www.a.example/y/"),
    ("https://www.a.example/x", "https://a.example/y?z=1&w=2"), ("http://a.example/", "https://a.example/"),
  ])
  func aMoveWithinASiteIsMendedByItself(_ old: String, _ new: String) throws {
    let found = try #require(try findings(old, [moved(new)]).first)
    #expect(found.rule == "link/moved")
    #expect(found.severity == .info)
    #expect(found.help == "link to \(new)")
    #expect(found.edits == [Edit(exact, new)])
    #expect(try findings(old, [moved(new)], isExact: false).first?.edits == [])
  }

  @Test func theFragmentGoesAlong() throws {
    let old = "http://a.example/x"
    #expect(
      try findings(old, [moved("https://a.example/y")], fragment: "#part").first?.edits.first?.replacement
        == "https://a.example/y#part")
    #expect(
      try findings(old, [moved("https://a.example/y#new")], fragment: "#part").first?.edits.first?.replacement
        == "https://a.example/y#new")
  }

  /// A person has to look: another site may be anybody's, a front page is mostly a page that is gone.
  @Test(arguments: [
    ("https://a.example/x", "https://b.example/x", "on another site"),
    ("https://a.example/x", "https://a.example/", "may be gone"),
    ("https://a.example/x", "https://a.example/y_(z)", "link to"),
    ("https://a.example/x", "https://a.example/y;copy;", "link to"),
    ("https://a.example/x", "https://a.example/it's", "link to"),
  ])
  func someMovesAreForPeople(_ old: String, _ new: String, _ help: String) throws {
    let found = try #require(try findings(old, [moved(new)]).first)
    #expect(found.edits.isEmpty)
    #expect(found.help?.contains(help) == true)
  }
}
