import ArgumentParser
import Checks
import Diagnostics

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell what a rule finds, why it matters, and show a bad and a good example.",
    discussion: "With --all, every rule as a page of Markdown, which is docs/rules.md.")

  @Argument(help: ArgumentHelp("The rule, such as link/missing-page, or a group, such as link.", valueName: "rule"))
  var rule: String?

  @Flag(help: "All rules, as a page of Markdown.")
  var all = false

  mutating func validate() throws {
    if all == (rule != nil) { throw ValidationError("name one rule, or ask for --all") }
  }

  func run() throws {
    guard let rule else {
      Terminal.standardOutput(RuleCatalogue.markdown(Check.all))
      return
    }
    let found = Check.all.filter { $0.id == rule || $0.group == rule }
    if found.isEmpty {
      let names = Check.all.map(\.id) + Set(Check.all.map { String($0.group) })
      let nearest = NearMiss.nearest(to: rule, in: names).map { "; did you mean '\($0)'" } ?? ""
      throw ValidationError("there is no rule '\(rule)'\(nearest)")
    }
    Terminal.standardOutput(found.map(RuleCatalogue.text).joined(separator: "\n"))
  }
}
