import Content

/// The header `Retry-After` (RFC 9110, section 10.2.3): seconds, or a date.
enum RetryAfter {
  /// Seconds to wait; nil if the value is neither.
  ///
  /// - Parameter date: the header `Date` of the same answer. A date is counted from there, so that neither clock has to
  ///   be right.
  static func seconds(_ value: String, date: String?) -> Double? {
    if !value.isEmpty, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Double(value) }
    guard let then = moment(value), let now = date.flatMap(moment) else { return nil }
    return max(0, then - now)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Seconds since 1970 of a date in one of HTTP's three forms (RFC 9110, section 5.6.7):
  /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
  static func moment(_ text: String) -> Double? {
    var words = text.lowercased().split { " ,-".contains($0) }[...]
    guard words.popFirst() != nil else { return nil }
    // The oldest form has the month first and the year last.
    if words.count == 4, let month = words.first, months.contains(String(month)) {
      words = [words[words.startIndex + 1], month, words[words.startIndex + 3], words[words.startIndex + 2], "gmt"]
    }
    let parts = Array(words)
    guard parts.count == 5, parts[4] == "gmt", let day = Int(parts[0]), let written = Int(parts[2]),
      let month = months.firstIndex(of: String(parts[1]))
    else { return nil }
    // Two digits are a year of the last or of this century.
    let year = parts[2].count == 2 ? written + (written < 70 ? 2000 : 1900) : written
    let clock = parts[3].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    guard let date = CalendarDay(year: year, month: month + 1, day: day), clock.count == 3,
      (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...60).contains(clock[2])
    else { return nil }
    return Double(date.daysSince1970 * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2])
  }
}
