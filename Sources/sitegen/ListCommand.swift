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
    var options = try site.buildOptions(folder: folder)
    // Drafts are always read; the flag picks them.
    options.drafts = true
    let today = try Today.day(today)
    let (resolved, result) = await Build(options).resolvedSite()
    // The list alone goes to standard output, so this is text whatever the list's format.
    let text = TextReport.render(
      result.diagnostics, colour: Terminal.wantsColor(.auto), contents: Excerpts(root: options.root).bytes)
    if !result.diagnostics.isEmpty {
      Terminal.standardError(text + TextReport.summary(result.diagnostics) + "\n")
    }
    guard let resolved else { throw ExitStatus.usage }
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
    if result.diagnostics.hasErrors() { throw ExitStatus.findings }
  }
}

/// One line of the list.
private struct PageRow {
  let path, address, status, due, title: String

  private var cells: [(name: String, value: String)] {
    [("path", path), ("address", address), ("status", status), ("due", due), ("title", title)]
  }

  static func text(_ rows: [PageRow]) -> String {
    let cells = rows.map { row in row.cells.map { $0.value.isEmpty ? "-" : $0.value } }
    let widths = (0..<5).map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { line in
      var text = line.enumerated().map { $1 + String(repeating: " ", count: widths[$0] - $1.count) }.joined(
        separator: "  ")
      while text.hasSuffix(" ") { text.removeLast() }
      return text + "\n"
    }.joined()
  }

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
