import Content
import Pipeline

/// `check --external` at the command line.
enum ExternalReport {
  /// - Throws: a sentence about libcurl if it is not there.
  static func check(_ today: CalendarDay?, paths: [String]) throws -> ExternalCheck? {
    guard let today else { return nil }
    var options = ExternalCheck.Options()
    options.paths = paths
    return try ExternalCheck(today: today, options, userAgent: "sitegen/\(Sitegen.version) (+link check)")
  }

  /// What became of all the addresses of which the findings say nothing.
  static func text(_ summary: ExternalCheck.Summary) -> String {
    "Links to other sites: \(summary.good) good, \(summary.failed) failed, \(summary.unknown) would not say.\n"
  }
}
