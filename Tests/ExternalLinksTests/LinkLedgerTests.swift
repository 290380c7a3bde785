import Content
import Testing

@testable import ExternalLinks

@Suite struct LinkLedgerTests {
  private let address: WebAddress
  private let failed = LinkOutcome(.failed, "404")

  init() throws { address = try #require(WebAddress("https://example.org/a")) }

  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  private func entry(_ ledger: LinkLedger) throws -> LinkLedger.Entry { try #require(ledger.entries[address.text]) }

  private func text(_ ledger: LinkLedger) -> [Substring] {
    String(decoding: ledger.bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  @Test func threeFailuresOnDifferentDaysAreADeath() throws {
    var ledger = LinkLedger()
    ledger.note(LinkOutcome(.good, "200"), of: address, on: try day("2026-10-31"))
    #expect(text(ledger) == ["https://example.org/a status=200 good=2026-10-31"])
    for today in ["2026-11-01", "2026-11-01", "2026-11-08", "2026-11-08", "2026-11-02"] {
      ledger.note(failed, of: address, on: try day(today))
      #expect(try !entry(ledger).isDead, "twice on a day, or on a day in the past, counts once")
    }
    #expect(
      text(ledger) == [
        "https://example.org/a status=404 good=2026-10-31 failures=2 since=2026-11-01 until=2026-11-08"
      ])
    ledger.note(LinkOutcome(.failed, "no-such-host"), of: address, on: try day("2026-11-09"))
    #expect(try entry(ledger).isDead)
    #expect(try entry(ledger).status == "no-such-host")
  }

  @Test func aGoodDayBeginsAnew() throws {
    var ledger = LinkLedger()
    for today in ["2026-11-01", "2026-11-02", "2026-11-03"] { ledger.note(failed, of: address, on: try day(today)) }
    #expect(try entry(ledger).isDead)
    ledger.note(LinkOutcome(.good, "200"), of: address, on: try day("2026-11-04"))
    #expect(text(ledger) == ["https://example.org/a status=200 good=2026-11-04"])
    ledger.note(failed, of: address, on: try day("2026-11-05"))
    #expect(try entry(ledger).failures == 1)
    #expect(try entry(ledger).since == day("2026-11-05"))
  }

  @Test func whatIsUnknownChangesNothingElse() throws {
    var ledger = LinkLedger()
    ledger.note(failed, of: address, on: try day("2026-11-01"))
    ledger.note(.unknown("503"), of: address, on: try day("2026-11-02"))
    #expect(
      text(ledger) == ["https://example.org/a status=503 failures=1 since=2026-11-01 until=2026-11-01"])
    ledger.note(failed, of: address, on: try day("2026-11-03"))
    #expect(try entry(ledger).failures == 2)
  }

  @Test func itsFileIsSortedAndReadsBackTheSame() throws {
    var ledger = LinkLedger()
    for (i, path) in ["b", "", "é", "a?x=1", "a"].enumerated() {
      let address = try #require(WebAddress("https://example.org/\(path)"))
      ledger.note(i.isMultiple(of: 2) ? failed : .unknown("429"), of: address, on: try day("2026-11-0\(i + 1)"))
    }
    #expect(
      text(ledger).map { $0.prefix { $0 != " " } } == [
        "https://example.org/", "https://example.org/%C3%A9", "https://example.org/a", "https://example.org/a?x=1",
        "https://example.org/b",
      ])
    #expect(LinkLedger(ledger.bytes) == ledger)
    #expect(LinkLedger(ledger.bytes).bytes == ledger.bytes)
    #expect(LinkLedger([]).bytes.last == 10)
  }

  @Test func aLineThatSomebodyBrokeIsPassedOver() {
    let ledger = LinkLedger(
      Array(
        """
        <<<<<<< HEAD
        https://example.org/a status=200 good=2026-11-04
        =======
        https://example.org/b
        https://example.org/c status=404 failures=2
        https://example.org/d status=404 colour=red
        not an address status=200
        https://EXAMPLE.org/e status=200
        https://example.org/f status=200 good=2026-02-31\r
        https://example.org/g status=404 failures=99999999999999999999 since=2026-01-01 until=2026-01-01

        """.utf8))
    #expect(ledger.entries.keys.sorted() == ["a", "f", "g"].map { "https://example.org/" + $0 })
    #expect(ledger.entries["https://example.org/f"]?.good == nil)
    #expect(ledger.entries["https://example.org/g"]?.isDead == false)
  }

  @Test func linksThatAreGoneAreForgotten() throws {
    var ledger = LinkLedger()
    let other = try #require(WebAddress("https://example.org/b"))
    for one in [address, other] { ledger.note(failed, of: one, on: try day("2026-11-01")) }
    ledger.keep([other])
    #expect(Array(ledger.entries.keys) == [other.text])
  }
}
