import TestSupport
import Testing

@testable import Content

struct CalendarDayTests {
  @Test(arguments: ["2026-11-21", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func printsADayAsItWasRead(text: String) throws {
    #expect(try #require(CalendarDay(text)).description == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", "0000-01-01",  // no such day
    "", "2026", "2026-1-1", "26-11-21", "2026/11/21", "21-11-2026", "2026-11-211", " 2026-11-21",
    "2026-11-21T00:00:00Z",
    "-026-11-21", "２０２６-11-21", "2026--1-21", "+026-11-21", "20261121--",
  ])
  func refusesWhatIsNoDay(text: String) { #expect(CalendarDay(text) == nil) }

  @Test mutating func ordersByTime() throws {
    let days = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map { try #require(CalendarDay($0)) }
    #expect(days.shuffled(using: &seeded).sorted() == days)
  }

  @Test func addsDaysAcrossMonthsAndLeapYears() throws {
    let day = try #require(CalendarDay("2024-02-28"))
    #expect(day.adding(days: 1).description == "2024-02-29")
    #expect(day.adding(days: 2).description == "2024-03-01")
    #expect(day.adding(days: 366).description == "2025-02-28")
    #expect(day.adding(days: -59).description == "2023-12-31")
    #expect(day.adding(days: 0) == day)
  }

  @Test func staysWithinFourDigitYears() throws {
    let day = try #require(CalendarDay("2026-11-21"))
    #expect(day.adding(days: .max).description == "9999-12-31")
    #expect(day.adding(days: .min).description == "0001-01-01")
  }

  @Test func countsDaysFrom1970() throws {
    #expect(try #require(CalendarDay("1970-01-01")).daysSince1970 == 0)
    #expect(try #require(CalendarDay("2000-03-01")).daysSince1970 == 11_017)
    #expect(try #require(CalendarDay("1969-12-31")).daysSince1970 == -1)
  }

  @Test func walksThroughEveryDayOf800Years() throws {
    var day = try #require(CalendarDay("1600-01-01"))
    let first = day
    for count in 0..<292_194 {
      #expect(first.days(until: day) == count)
      let next = day.adding(days: 1)
      let isLast = day.day == CalendarDay.length(ofMonth: day.month, year: day.year)
      let expected =
        isLast
        ? CalendarDay(year: day.month == 12 ? day.year + 1 : day.year, month: day.month % 12 + 1, day: 1)
        : CalendarDay(year: day.year, month: day.month, day: day.day + 1)
      guard next == expected else {
        Issue.record("\(day) is followed by \(next)")
        return
      }
      day = next
    }
    #expect(day.description == "2400-01-01")
  }

  @Test(arguments: [
    ("2026-11-21", 3, "2027-02-21"), ("2026-11-30", 3, "2027-02-28"), ("2027-11-30", 3, "2028-02-29"),
    ("2026-12-31", 12, "2027-12-31"), ("2024-02-29", 12, "2025-02-28"), ("2026-01-31", 1, "2026-02-28"),
    ("2026-05-05", 0, "2026-05-05"), ("9999-11-30", 600, "9999-12-30"),
  ])
  func countsMonths(_ start: String, _ months: Int, _ end: String) throws {
    #expect(try #require(CalendarDay(start)).adding(months: months).description == end)
  }

  private var seeded = SeededRandom(seed: 7)
}
