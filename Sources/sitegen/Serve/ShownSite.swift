import Content
import Diagnostics
import Pipeline
import Preview

/// Turns a state of the site into what the preview shows of it.
struct ShownSite: Sendable {
  /// Days before a review falls due from which it is listed.
  private static let soon = 30

  /// The project's folder, absolute; nil where pages must not name it.
  let folder: String?
  let editor: Editor
  let root: String
  let today: CalendarDay
  /// Whether drafts may be named.
  let listsDrafts: Bool

  func preview(_ state: LiveState) -> PreviewSite {
    let sorted = state.diagnostics.enumerated().sorted { a, b in
      (a.element.severity, b.offset) > (b.element.severity, a.offset)
    }
    let problems = sorted.map { problem($0.element, state) }
    let places = Dictionary(zip(problems, sorted.map(\.element)), uniquingKeysWith: { first, _ in first })
    let excerpts = Excerpts(root: root, built: state.built)
    return PreviewSite(
      basePath: state.basePath, files: state.files, problems: problems,
      detailed: { problem in
        places[problem].map { detailed(problem, $0, state, excerpts) } ?? problem
      }, isChecking: state.isChecking, listing: listing(state))
  }

  // MARK: Problems

  private func problem(_ diagnostic: Diagnostic, _ state: LiveState) -> PreviewProblem {
    let location = diagnostic.location
    return PreviewProblem(
      severity: severity(diagnostic.severity), rule: diagnostic.rule, message: diagnostic.message,
      help: diagnostic.help,
      notes: diagnostic.notes.map { note in
        note.location.map { "\(note.message): \(TextReport.place($0))" } ?? note.message
      },
      place: TextReport.place(location), editorURL: editorURL(location.file, location.line, location.column),
      page: page(of: location.file, state))
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
    if let page = state.site?.page(at: file) { return state.basePath + page.address }
    guard file.hasPrefix("public/"), file.hasSuffix("index.html") else { return nil }
    return state.basePath + file.dropFirst("public/".count).dropLast("index.html".count)
  }

  private func detailed(
    _ problem: PreviewProblem, _ diagnostic: Diagnostic, _ state: LiveState, _ excerpts: Excerpts
  ) -> PreviewProblem {
    var lines = SourceLines(excerpts.bytes)
    var detailed = problem
    detailed.excerpt = TextReport.excerpt(diagnostic, &lines)
    if let page = state.site?.page(at: diagnostic.location.file),
      let quote = PageQuote(of: diagnostic.location, on: page.parsed, &lines)
    {
      detailed.quote = .init(block: quote.block, text: quote.text)
    }
    return detailed
  }

  /// Nil for what no editor should change: built files.
  private func editorURL(_ file: String, _ line: Int, _ column: Int) -> String? {
    guard let folder, !file.hasPrefix("public/") else { return nil }
    return editor.url(file.hasPrefix("/") ? file : folder + "/" + file, line: line, column: column)
  }

  // MARK: Listing

  private func listing(_ state: LiveState) -> PreviewListing {
    guard let site = state.site else { return PreviewListing() }
    func url(_ path: String) -> String? { site.page(at: path).map { state.basePath + $0.address } }
    let drafts = state.pages.lazy.filter { listsDrafts && $0.frontMatter.status == .draft }.map { page in
      PreviewListing.Entry(
        title: page.frontMatter.title.text, path: page.path, url: url(page.path),
        editorURL: editorURL(page.path, 1, 1))
    }
    let limit = today.adding(days: Self.soon)
    let due = DueDate.all(of: site).filter { $0.due <= limit }.map { date in
      let note = date.due < today ? "overdue since \(date.due)" : date.due == today ? "due today" : "due on \(date.due)"
      let line = site.data.supportLines.first { date.kind == .supportLine && $0.id == date.id }
      let path = line?.location.file ?? date.id
      return PreviewListing.Entry(
        title: date.title, path: path, url: url(path), note: note,
        editorURL: editorURL(path, line?.location.line ?? 1, 1))
    }
    return PreviewListing(title: site.settings.title, drafts: Array(drafts), due: due)
  }
}
