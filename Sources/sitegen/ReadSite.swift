import ArgumentParser
import Content
import Diagnostics
import Pipeline

/// The site, read for a command that makes nothing of it. What is wrong goes to standard error, as text whatever the
/// command's own format.
struct ReadSite {
  let site: Site
  let root: String
  let hasErrors: Bool

  init(_ options: SiteOptions, folder: FolderArgument? = nil, drafts: Bool) async throws {
    var build = try options.buildOptions(folder: folder)
    build.drafts = build.drafts || drafts
    let (site, result) = await Build(build).resolvedSite()
    root = build.root
    Self.show(result.diagnostics, root: root)
    guard let site else { throw ExitStatus.usage }
    self.site = site
    hasErrors = result.diagnostics.hasErrors()
  }

  static func show(_ diagnostics: [Diagnostic], root: String) {
    if diagnostics.isEmpty { return }
    let text = TextReport.render(
      diagnostics, colour: Terminal.wantsColor(.auto), contents: Excerpts(root: root).bytes)
    Terminal.standardError(text + TextReport.summary(diagnostics) + "\n")
  }

  /// What a command ends with that was asked for something the site does not allow.
  static func failed(_ failure: EditFailure, root: String) -> ExitStatus {
    show([failure.diagnostic], root: root)
    return failure.isEnvironment ? .inputOutput : .findings
  }
}

/// Lists for people.
enum Columns {
  /// One row a line, its cells below each other; `-` for an empty one.
  static func text(_ rows: [[String]]) -> String {
    let cells = rows.map { row in row.map { $0.isEmpty ? "-" : $0 } }
    let widths = (cells.first ?? []).indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { line in
      var text = line.enumerated().map { $1 + String(repeating: " ", count: widths[$0] - $1.count) }.joined(
        separator: "  ")
      while text.hasSuffix(" ") { text.removeLast() }
      return text + "\n"
    }.joined()
  }
}

/// Words on the command line that end up in a file.
enum Signature {
  /// - Throws: if nothing is left of the text, or it holds what no line of a file should.
  static func text(_ told: String, flag: String) throws -> String {
    let text = told.split(separator: " ").joined(separator: " ")
    guard !text.isEmpty else { throw ValidationError("\(flag) is empty") }
    guard !text.unicodeScalars.contains(where: { $0.value < 32 || (127...159).contains($0.value) }) else {
      throw ValidationError("\(flag) takes one line of text")
    }
    return text
  }
}
