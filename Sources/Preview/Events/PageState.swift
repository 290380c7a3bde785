/// What an open page is told, as docs/preview.md has it.
struct PageState: Sendable {
  static let mostErrors = 20
  static let mostFindings = 200

  private let generation: Int
  /// What is the same for all that show the page.
  private let rest: [(name: String, value: String)]

  init(of site: ServedSite, page: RequestTarget) {
    var here: [PreviewProblem] = []
    var elsewhere: [PreviewProblem] = []
    for (problem, path) in zip(site.site.problems, site.pagesOfProblems) {
      if path == page.path { here.append(problem) } else { elsewhere.append(problem) }
    }
    let errors = (here + elsewhere).filter { $0.severity == .error }
    let counts = [PreviewProblem.Severity.error, .warning, .info].map { severity in
      (severity.rawValue, String(elsewhere.count { $0.severity == severity }))
    }
    generation = site.generation
    rest = [
      ("checking", String(site.site.isChecking)),
      ("errors", JSON.list(errors.prefix(Self.mostErrors).map(Self.json))),
      ("moreErrors", String(max(0, errors.count - Self.mostErrors))),
      ("findings", JSON.list(here.prefix(Self.mostFindings).map(Self.json))),
      ("elsewhere", JSON.object(counts)),
    ]
  }

  /// - Parameters:
  ///   - bytes: name of what the page at that address is now.
  ///   - styles: addresses of style sheets, old and new, if nothing else of the page has changed.
  func event(bytes: String, styles: [(old: String, new: String)]) -> String {
    var members = [("generation", String(generation)), ("bytes", JSON.text(bytes))]
    if !styles.isEmpty { members.append(("styles", JSON.object(styles.map { ($0.old, JSON.text($0.new)) }))) }
    return "event: state\ndata: \(JSON.object(members + rest))\n\n"
  }

  private static func json(_ problem: PreviewProblem) -> String {
    JSON.object([
      ("severity", JSON.text(problem.severity.rawValue)),
      ("rule", JSON.text(problem.rule)),
      ("message", JSON.text(problem.message)),
      ("help", JSON.text(problem.help)),
      ("notes", JSON.list(problem.notes.map { JSON.text($0) })),
      ("place", JSON.text(problem.place)),
      ("excerpt", JSON.text(problem.excerpt)),
      ("open", JSON.text(problem.editorURL)),
      ("page", JSON.text(problem.page)),
      (
        "quote",
        problem.quote.map { JSON.object([("block", JSON.text($0.block)), ("text", JSON.text($0.text))]) } ?? "null"
      ),
    ])
  }
}
