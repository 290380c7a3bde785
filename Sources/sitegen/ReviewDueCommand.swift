import ArgumentParser
import Content
import Diagnostics
import Pipeline

struct ReviewDueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "List the pages and helplines that have to be looked at again.",
    discussion: """
      One a line: day, page or support line, path or id, title. A page is due on the day its review names, a support line \
      3 months after it was verified. --format ics makes a calendar of all days to come as well.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, ics }

  @OptionGroup var folder: FolderArgument
  @OptionGroup var site: SiteOptions

  @Flag(help: "Print the next day on which anything falls due, and nothing else.")
  var next = false

  @Option(
    help: ArgumentHelp(
      "The day that counts as today; also SOURCE_DATE_EPOCH. (default: today, UTC)", valueName: "yyyy-mm-dd"))
  var today: String?

  @Option(help: "How to print the list: text, json or ics.")
  var format: Format = .text

  func run() async throws {
    let today = try Today.day(today)
    let read = try await ReadSite(site, folder: folder, drafts: false)
    let all = DueDate.all(of: read.site)
    if next {
      if let day = DueDate.next(of: read.site, after: today) {
        Terminal.standardOutput("\(day)\n")
      } else {
        Terminal.standardError("Nothing falls due after \(today).\n")
      }
    } else {
      let due = all.filter { $0.due <= today }
      switch format {
      case .text:
        Terminal.standardOutput(Columns.text(due.map { [$0.due.description, $0.kind.rawValue, $0.id, $0.title] }))
      case .json: Terminal.standardOutput(json(due))
      case .ics:
        let settings = read.site.settings
        let host = settings.baseURL.origin.split(separator: "/").last.map(String.init) ?? settings.baseURL.origin
        Terminal.standardOutput(DueCalendar.text(all, title: settings.title, host: host))
      }
    }
    if read.hasErrors { throw ExitStatus.findings }
  }

  private func json(_ due: [DueDate]) -> String {
    let objects = due.map { date in
      "{\"due\":\"\(date.due)\",\"kind\":\"\(date.kind.rawValue)\",\"id\":\(JSONReport.quoted(date.id)),"
        + "\"title\":\(JSONReport.quoted(date.title)),\"last\":\"\(date.last)\"}"
    }
    return "{\"schemaVersion\":1,\"due\":[\(objects.joined(separator: ","))]}\n"
  }
}
