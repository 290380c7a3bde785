import Content
import Hashing

/// Days on which something is due, as a calendar that any calendar program reads (RFC 5545).
///
/// The same site gives the same bytes. An event keeps its UID when its day moves, so that a program which reads the file
/// again moves the event and does not add another.
package enum DueCalendar {
  /// Octets of a line without its end (RFC 5545, section 3.1).
  private static let lineLimit = 75

  /// - Parameter host: of the site, which makes UIDs its own.
  package static func text(_ dates: [DueDate], title: String, host: String) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sitegen//review dates//EN", "CALSCALE:GREGORIAN",
      "X-WR-CALNAME:" + escaped("Reviews due: \(title)"),
    ]
    for date in dates {
      let hash = SHA256.hex(Array("\(date.kind.rawValue) \(date.id)".utf8)).prefix(32)
      let what = date.kind == .page ? "Review" : "Verify"
      lines += [
        "BEGIN:VEVENT", "UID:\(hash)@\(host)", "DTSTAMP:\(compact(date.last))T000000Z",
        "DTSTART;VALUE=DATE:\(compact(date.due))", "DTEND;VALUE=DATE:\(compact(date.due.adding(days: 1)))",
        "SUMMARY:" + escaped("\(what): \(date.title)"),
        "DESCRIPTION:" + escaped("\(date.id)\nLast looked at on \(date.last)."), "TRANSP:TRANSPARENT", "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.map(folded).joined()
  }

  private static func compact(_ day: CalendarDay) -> String { day.description.replacing("-", with: "") }

  /// RFC 5545, section 3.3.11.
  private static func escaped(_ text: String) -> String {
    String(
      text.flatMap { character -> [Character] in
        switch character {
        case "\\", ";", ",": ["\\", character]
        case "\n": ["\\", "n"]
        default: character.isNewline ? [" "] : [character]
        }
      })
  }

  /// Long lines go on after CR LF and a space; no character is cut in two.
  private static func folded(_ line: String) -> String {
    var text = ""
    var length = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if length + size > lineLimit {
        text += "\r\n "
        length = 1
      }
      text.unicodeScalars.append(scalar)
      length += size
    }
    return text + "\r\n"
  }
}
