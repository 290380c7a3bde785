import Checks
import Content
import Diagnostics
import Pipeline

/// Checks a site with rules of which some break: what `RuleWatchTests` starts as a process of its own.
@main
struct FaultyChecks {
  static func main() async {
    let arguments = CommandLine.arguments
    guard arguments.count > 2 else { return print("usage: FaultyChecks ROOT crash|overflow|hang…") }
    var options = Build.Options(root: arguments[1])
    options.threads = 2
    options.checks = arguments[2...].map(faulty) + Check.all
    options.watch = RuleWatch.armed(seconds: 1)
    let result = await Build(options).check()
    print(TextReport.render(result.diagnostics, concise: true) { _ in nil }, terminator: "")
  }

  private static func faulty(_ kind: String) -> Check {
    let words = Check.Explanation(finds: "Nothing.", why: "It breaks.", bad: "", good: "")
    return Check(
      "faulty/\(kind)", .error, words,
      scope: .page { view in
        guard view.page.path == "content/b.md" else { return [] }
        switch kind {
        case "crash": return [][view.page.targets.count + 1]
        case "overflow": return Array(repeating: Finding(at: view.location(of: 0), ""), count: depth(view.page) & 1)
        default: while view.page.language != "" {}
        }
        return []
      })
  }

  /// Calls itself until the stack is full.
  private static func depth(_ page: Page) -> Int { page.language == "" ? 0 : 1 + depth(page) + page.address.count }
}
