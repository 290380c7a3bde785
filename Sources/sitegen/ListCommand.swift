import ArgumentParser
import Content
import Diagnostics
import Pipeline

struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the pages of the site.",
    discussion: "One page a line: path, address, status, next review, title. The list goes to standard output.")

  @OptionGroup var folder: FolderArgument
  @OptionGroup var site: SiteOptions

  @Flag(help: "Only pages whose next review is due.")
  var due = false

  @Option(
    help: ArgumentHelp(
      "The day that counts as today; also SOURCE_DATE_EPOCH. (default: today, UTC)", valueName: "yyyy-mm-dd"))
  var today: String?

  @Option(help: "How to print the list: text, json or csv.")
  var format: Format = .text

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

  func run() async throws {
    // Drafts are always read; the flag picks them.
    let read = try await ReadSite(site, folder: folder, drafts: true)
    let resolved = read.site
    let today = try Today.day(today)
    let rows = resolved.pages.filter { page in
      if site.drafts, page.frontMatter.status != .draft { return false }
      if due { return page.frontMatter.review?.due.map { $0 <= today } ?? false }
      return true
    }.map { page in
      PageRow(
        path: page.path, address: resolved.settings.baseURL.path + page.address,
        status: page.frontMatter.status.rawValue,
        due: page.frontMatter.review?.due?.description ?? "", title: page.title)
    }
    switch format {
    case .text: Terminal.standardOutput(PageRow.text(rows))
    case .csv: Terminal.standardOutput(PageRow.csv(rows))
    case .json: Terminal.standardOutput(PageRow.json(rows))
    }
    if read.hasErrors { throw ExitStatus.findings }
  }
}

/// One line of the list.
private struct PageRow {
  let path, address, status, due, title: String

  private var cells: [(name: String, value: String)] {
    [("path", path), ("address", address), ("status", status), ("due", due), ("title", title)]
  }

  static func text(_ rows: [PageRow]) -> String { Columns.text(rows.map { $0.cells.map(\.value) }) }

  /// RFC 4180, but with LF.
  static func csv(_ rows: [PageRow]) -> String {
    let lines = [["path", "address", "status", "due", "title"]] + rows.map { $0.cells.map(\.value) }
    return lines.map { line in
      line.map { cell in
        cell.contains { $0 == "," || $0 == "\"" || $0 == "\n" }
          ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }.joined(separator: ",") + "\n"
    }.joined()
  }

  static func json(_ rows: [PageRow]) -> String {
    let objects = rows.map { row in
      "{" + row.cells.map { "\"\($0.name)\":" + JSONReport.quoted($0.value) }.joined(separator: ",") + "}"
    }
    return "{\"schemaVersion\":1,\"pages\":[" + objects.joined(separator: ",") + "]}\n"
  }
}
