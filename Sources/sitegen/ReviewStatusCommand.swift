import ArgumentParser
import Content
import Diagnostics
import Pipeline

struct ReviewStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "List the review of every page.",
    discussion: """
      One page a line: path, state, day, reviewer and role, day on which the next review is due, and whether the text has \
      changed since somebody signed it.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var folder: FolderArgument
  @OptionGroup var site: SiteOptions

  @Option(help: "How to print the list: text or json.")
  var format: Format = .text

  func run() async throws {
    let read = try await ReadSite(site, folder: folder, drafts: false)
    let records = ReviewRecord.all(of: read.site, root: read.root)
    switch format {
    case .text: Terminal.standardOutput(Columns.text(records.map(cells)))
    case .json: Terminal.standardOutput(json(records))
    }
    if read.hasErrors { throw ExitStatus.findings }
  }

  private func cells(_ record: ReviewRecord) -> [String] {
    let review = record.review
    let reviewer = review?.by.map { name in review?.role.map { "\(name), \($0)" } ?? name }
    return [
      record.path, review?.state.rawValue ?? "none", review?.on.description ?? "", reviewer ?? "",
      review?.due?.description ?? "", record.text.rawValue,
    ]
  }

  private func json(_ records: [ReviewRecord]) -> String {
    func value(_ text: String?) -> String { text.map(JSONReport.quoted) ?? "null" }
    let objects = records.map { record in
      let review = record.review
      let changed = record.text == .unknown ? "null" : "\(record.text == .changed)"
      return
        "{\"path\":\(value(record.path)),\"title\":\(value(record.title)),\"state\":\(value(review?.state.rawValue)),"
        + "\"on\":\(value(review?.on.description)),\"by\":\(value(review?.by)),\"role\":\(value(review?.role)),"
        + "\"due\":\(value(review?.due?.description)),\"changed\":\(changed)}"
    }
    return "{\"schemaVersion\":1,\"pages\":[\(objects.joined(separator: ","))]}\n"
  }
}
