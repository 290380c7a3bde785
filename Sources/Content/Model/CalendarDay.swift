/// A day in the Gregorian calendar, without a time or a time zone, from 0001-01-01 to 9999-12-31.
package struct CalendarDay: Sendable, Hashable {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// Nil if the calendar has no such day, such as 30 February.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD` (ISO 8601, extended form), nothing before or after it.
  package init?(_ text: some StringProtocol) {
    guard let parts = Self.parts(of: text) else { return nil }
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }

  /// The numbers of a text that has the form `YYYY-MM-DD`, whether the calendar has the day or not.
  package static func parts(of text: some StringProtocol) -> (year: Int, month: Int, day: Int)? {
    var numbers = (0, 0, 0)
    var index = 0
    for byte in text.utf8 {
      let digit = Int(byte) - 0x30
      let isDigit = (0...9).contains(digit)
      switch index {
      case 0...3 where isDigit: numbers.0 = numbers.0 * 10 + digit
      case 5...6 where isDigit: numbers.1 = numbers.1 * 10 + digit
      case 8...9 where isDigit: numbers.2 = numbers.2 * 10 + digit
      case 4, 7: if byte != UInt8(ascii: "-") { return nil }
      default: return nil
      }
      index += 1
    }
    return index == 10 ? numbers : nil
  }

  package static func isLeap(year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// Days in a month; `month` counts from 1 to 12.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDay: Comparable {
  package static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension CalendarDay: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  package var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: width - digits.utf8.count) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

// Counting days follows Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, so that
// the leap day is the last of the year, and 400 years always have 146,097 days.
extension CalendarDay {
  /// Days since 1970-01-01; negative before it.
  package var daysSince1970: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day so many days later, or earlier if negative. Stays within the years 1 to 9999.
  package func adding(days: Int) -> CalendarDay {
    let wanted = daysSince1970 + min(max(days, -4_000_000), 4_000_000)
    return CalendarDay(daysSince1970: min(max(wanted, -719_162), 2_932_896))
  }

  /// The same day so many months later; the last day of a month that is too short for it. Ends at the year 9999.
  package func adding(months: Int) -> CalendarDay {
    let index = min(year * 12 + month - 1 + max(0, months), 9999 * 12 + 11)
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    let newDay = min(day, Self.length(ofMonth: newMonth, year: newYear))
    return CalendarDay(year: newYear, month: newMonth, day: newDay) ?? self
  }

  /// Days from this day to another; negative if the other is earlier.
  package func days(until other: CalendarDay) -> Int { other.daysSince1970 - daysSince1970 }

  /// Only for days that are known to lie in the years 1 to 9999.
  private init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }
}
