/// What an open page is told, as docs/preview.md has it.
struct PageState: Sendable {
  static let mostErrors = 20
  static let mostFindings = 200

  private let generation: Int
  /// What is the same for all that show the page.
  private let rest: [(name: String, value: String)]

  init(of site: ServedSite, page: RequestTarget) {
    let problems = site.site.problems
    var here: [Int] = []
    var elsewhere: [Int] = []
    for (i, mark) in problems.marks.enumerated() {
      if Self.isSame(mark.page, page) { here.append(i) } else { elsewhere.append(i) }
    }
    let errors = (here + elsewhere).filter { problems.marks[$0].severity == .error }
    let counts = [PreviewProblem.Severity.error, .warning, .info].map { severity in
      (severity.rawValue, String(elsewhere.count { problems.marks[$0].severity == severity }))
    }
    func told(_ chosen: ArraySlice<Int>) -> String { JSON.list(chosen.map { Self.json(problems.tell($0)) }) }
    generation = site.generation
    rest = [
      ("checking", String(site.site.isChecking)),
      ("errors", told(errors.prefix(Self.mostErrors))),
      ("moreErrors", String(max(0, errors.count - Self.mostErrors))),
      ("findings", told(here.prefix(Self.mostFindings))),
      ("elsewhere", JSON.object(counts)),
    ]
  }

  /// Whether an address is that of the page. Few have escapes that would have to be undone first.
  private static func isSame(_ address: String?, _ page: RequestTarget) -> Bool {
    guard let address else { return false }
    return address == page.path
      || address.utf8.contains(UInt8(ascii: "%")) && RequestTarget.decoded(address) == page.path
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
