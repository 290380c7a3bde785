/// What an open page is told, as docs/preview.md has it.
enum PageState {
  static let mostErrors = 20
  static let mostFindings = 200

  /// - Parameters:
  ///   - bytes: name of what the page at that address is now.
  ///   - styles: addresses of style sheets, old and new, if nothing else of the page has changed.
  static func event(
    of site: ServedSite, page: RequestTarget, bytes: String, styles: [(old: String, new: String)]
  ) -> String {
    let all = site.site.problems
    let isHere = all.map { $0.page.flatMap(RequestTarget.decoded) == page.path }
    func problems(_ isWanted: (PreviewProblem, Bool) -> Bool) -> [PreviewProblem] {
      zip(all, isHere).filter(isWanted).map(\.0)
    }
    let errors = problems { $0.severity == .error && $1 } + problems { $0.severity == .error && !$1 }
    let findings = problems { _, isHere in isHere }
    let elsewhere = problems { _, isHere in !isHere }
    var members = [
      ("generation", String(site.generation)),
      ("bytes", JSON.text(bytes)),
    ]
    if !styles.isEmpty { members.append(("styles", JSON.object(styles.map { ($0.old, JSON.text($0.new)) }))) }
    members += [
      ("checking", String(site.site.isChecking)),
      ("errors", JSON.list(errors.prefix(mostErrors).map { json(site.site.detailed($0)) })),
      ("moreErrors", String(max(0, errors.count - mostErrors))),
      ("findings", JSON.list(findings.prefix(mostFindings).map { json(site.site.detailed($0)) })),
      (
        "elsewhere",
        JSON.object(
          [PreviewProblem.Severity.error, .warning, .info].map { severity in
            (severity.rawValue, String(elsewhere.count { $0.severity == severity }))
          })
      ),
    ]
    return "event: state\ndata: \(JSON.object(members.map { (name: $0.0, value: $0.1) }))\n\n"
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
