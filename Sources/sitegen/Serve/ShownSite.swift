import Content
import Diagnostics
import Pipeline
import Preview

/// Turns a state of the site into what the preview shows of it.
struct ShownSite: Sendable {
  /// Days before a review falls due from which it is listed.
  private static let soon = 30
  /// What the places of findings in built files begin with.
  private static let built = "public/"

  /// The project's folder, absolute; nil where pages must not name it.
  let folder: String?
  let editor: Editor
  let root: String
  let today: CalendarDay
  /// Whether drafts may be named.
  let listsDrafts: Bool

  func preview(_ state: LiveState) -> PreviewSite {
    // The worst first, otherwise in their order.
    let diagnostics = [Severity.error, .warning, .info].flatMap { severity in
      state.diagnostics.filter { $0.severity == severity }
    }
    let excerpts = Excerpts(root: root, built: state.built)
    let problems = PreviewProblems(
      marks: diagnostics.map { .init(severity: severity($0.severity), page: page(of: $0.location.file, state)) },
      tell: { problem(diagnostics[$0], state, excerpts) })
    return PreviewSite(
      basePath: state.basePath, files: state.files, problems: problems, isChecking: state.isChecking,
      listing: listing(state))
  }

  // MARK: Problems

  private func problem(_ diagnostic: Diagnostic, _ state: LiveState, _ excerpts: Excerpts) -> PreviewProblem {
    let location = diagnostic.location
    var lines = SourceLines(excerpts.bytes)
    let page = state.site?.page(at: location.file)
    let quote = page.flatMap { PageQuote(of: location, on: $0.parsed, &lines) }
    return PreviewProblem(
      severity: severity(diagnostic.severity), rule: diagnostic.rule, message: diagnostic.message,
      help: diagnostic.help,
      notes: diagnostic.notes.map { note in
        note.location.map { "\(note.message): \(TextReport.place($0))" } ?? note.message
      },
      place: TextReport.place(location), excerpt: TextReport.excerpt(diagnostic, &lines),
      editorURL: editorURL(location.file, location.line, location.column),
      page: self.page(of: location.file, state), quote: quote.map { .init(block: $0.block, text: $0.text) })
  }

  private func severity(_ severity: Severity) -> PreviewProblem.Severity {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .info: .info
    }
  }

  /// The address of the page that a file makes, or that a built file is.
  private func page(of file: String, _ state: LiveState) -> String? {
    if let url = state.url(ofPage: file) { return url }
    guard file.hasPrefix(Self.built), file.hasSuffix(".html") else { return nil }
    return state.url(ofFile: String(file.dropFirst(Self.built.count)))
  }

  /// Nil for what no editor should change: built files.
  private func editorURL(_ file: String, _ line: Int, _ column: Int) -> String? {
    guard let folder, !file.hasPrefix(Self.built) else { return nil }
    return editor.url(file.hasPrefix("/") ? file : folder + "/" + file, line: line, column: column)
  }

  // MARK: Listing

  private func listing(_ state: LiveState) -> PreviewListing {
    guard let site = state.site else { return PreviewListing() }
    let drafts = state.pages.lazy.filter { listsDrafts && $0.frontMatter.status == .draft }.map { page in
      PreviewListing.Entry(
        title: page.frontMatter.title.text, path: page.path, url: state.url(ofPage: page.path),
        editorURL: editorURL(page.path, 1, 1))
    }
    let limit = today.adding(days: Self.soon)
    let due = DueDate.all(of: site).filter { $0.due <= limit }.map { date in
      let note = date.due < today ? "overdue since \(date.due)" : date.due == today ? "due today" : "due on \(date.due)"
      let line = site.data.supportLines.first { date.kind == .supportLine && $0.id == date.id }
      let path = line?.location.file ?? date.id
      return PreviewListing.Entry(
        title: date.title, path: path, url: state.url(ofPage: path), note: note,
        editorURL: editorURL(path, line?.location.line ?? 1, 1))
    }
    return PreviewListing(title: site.settings.title, drafts: Array(drafts), due: due)
  }
}
