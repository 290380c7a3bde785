import ArgumentParser
import Content

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The day that counts as today: told, from `SOURCE_DATE_EPOCH` (reproducible-builds.org), or the clock's in UTC.
enum Today {
  /// - Parameter flag: with which it was told.
  static func day(_ told: String?, flag: String = "--today") throws -> CalendarDay {
    if let told {
      guard let day = CalendarDay(told) else { throw ValidationError("\(flag) takes a day such as 2026-11-21") }
      return day
    }
    let seconds = Terminal.environment("SOURCE_DATE_EPOCH").flatMap { Int($0) } ?? time(nil)
    guard let epoch = CalendarDay(year: 1970, month: 1, day: 1) else { preconditionFailure("1970-01-01 is a day") }
    return epoch.adding(days: Int((Double(seconds) / 86_400).rounded(.down)))
  }
}
