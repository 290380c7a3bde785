import Content
import Diagnostics

extension Check {
  /// Months after which a number may no longer be published without a new look.
  private static let monthsOfGrace = 6

  /// A number that nobody has looked at for too long. Half a year of it stops the build; before that it does not, so that
  /// an urgent correction can still be published.
  static let supportOverdue = Check(
    "support/overdue", .warning,
    .init(
      finds: "An entry of the register that nobody has verified for 3 months. After 6 months it is an error.",
      why: "Helplines close and change their numbers. A dead number can be the last thing that somebody tries.",
      bad: ["content/data/support-lines.yml": registerEntry(verified: "2026-07-01")],
      good: ["content/data/support-lines.yml": registerEntry(verified: "2026-11-01")]),
    scope: .site { input in
      guard let today = input.today else { return [] }
      return input.site.data.supportLines.compactMap { line in
        let place = line.location(of: "verified")
        // Elsewhere it may be tomorrow already.
        if line.verified > today.adding(days: 1) {
          return Finding(
            at: place, "'\(line.name)' was verified on a day that is still to come",
            help: "write the day on which somebody read the page that `evidence` names")
        }
        guard line.due < today else { return nil }
        let isLate = line.verified.adding(months: monthsOfGrace) < today
        return Finding(
          at: place, "nobody has verified '\(line.name)' for more than \(isLate ? monthsOfGrace : 3) months",
          help: "read the page that `evidence` names, then run `sitegen support verify \(line.id) --on DAY --by NAME`; "
            + "if the number is not there any more, take the entry out",
          severity: isLate ? .error : .warning)
      }
    })
}
