import ArgumentParser
import Checks
import Diagnostics
import Pipeline

/// How diagnostics are shown, and which of them count.
struct ReportOptions: ParsableArguments {
  @Option(help: "How to show what is wrong: text, concise, json, sarif, github or junit.")
  var format: ReportFormat = .text

  @Option(help: ArgumentHelp("Fail on findings from this severity up: error, warning or info.", valueName: "severity"))
  var failOn: FailOn = .error

  @Flag(help: "Fail on warnings too; the same as --fail-on warning.")
  var strict = false

  @Option(help: "Colours on the terminal: auto, always or never.")
  var color: ColorChoice = .auto

  @Flag(name: [.short, .long], help: "Print errors only.")
  var quiet = false

  @Flag(name: [.short, .long], help: "Print how long each stage took.")
  var verbose = false

  enum FailOn: String, ExpressibleByArgument, CaseIterable { case error, warning, info }

  mutating func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }

  /// Prints diagnostics: for people to standard error, for programs to standard output.
  ///
  /// - Parameters:
  ///   - built: bytes of built files that findings point into.
  ///   - most: people are shown so many findings that are no errors.
  /// - Returns: whether any of them makes the command fail.
  func show(
    _ diagnostics: [Diagnostic], root: String, built: [String: [UInt8]] = [:], most: Int = .max
  ) -> Bool {
    let all = quiet ? diagnostics.filter { $0.severity == .error } : diagnostics
    let shown = format == .text || format == .concise ? shortened(all, to: most) : all
    let excerpts = Excerpts(root: root, built: built)
    switch format {
    case .text:
      let text = TextReport.render(shown, colour: Terminal.wantsColor(color), contents: excerpts.bytes)
      if !all.isEmpty { Terminal.standardError(text + TextReport.summary(all) + "\n") }
    case .concise: Terminal.standardError(TextReport.render(shown, concise: true, contents: excerpts.bytes))
    case .json: Terminal.standardOutput(JSONReport.render(shown))
    case .sarif:
      Terminal.standardOutput(
        SARIFReport.render(
          shown, rules: Dictionary(uniqueKeysWithValues: Check.all.map { ($0.id, $0.explanation.finds) }),
          tool: "sitegen", version: Sitegen.version, contents: excerpts.bytes))
    case .junit: Terminal.standardOutput(JUnitReport.render(shown))
    case .github: Terminal.standardOutput(GitHubReport.render(shown, contents: excerpts.bytes))
    }
    if shown.count < all.count {
      Terminal.standardError("\(shown.count) of \(all.count) findings are shown; `sitegen check` lists all of them.\n")
    }
    return diagnostics.contains { $0.severity >= limit }
  }

  /// All that makes the command fail, and the first of the others.
  private func shortened(_ diagnostics: [Diagnostic], to most: Int) -> [Diagnostic] {
    var others = 0
    return diagnostics.filter { diagnostic in
      if diagnostic.severity >= limit { return true }
      others += 1
      return others <= most
    }
  }

  /// What fails, and keeps the site from being written.
  var limit: Severity { strict && failOn == .error ? .warning : Severity(rawValue: failOn.rawValue) ?? .error }

  /// Shows why the output folder was not written to.
  ///
  /// - Returns: how the command ends because of it.
  func explain(_ error: any Error, root: String) -> ExitStatus {
    let diagnostic: Diagnostic
    var status = ExitStatus.inputOutput
    switch error {
    case let refusal as OutputRefusal:
      diagnostic = Diagnostic(
        "output/refused", at: SourceLocation(file: refusal.path), refusal.message, help: refusal.help)
      if refusal.isConfiguration { status = .findings }
    case let failure as EmitFailure:
      diagnostic = Diagnostic(
        "output/failed", at: SourceLocation(file: failure.path), "the file cannot be written: \(failure.reason)",
        help: "mend this and build again; the next build leaves what is right as it is")
    default: diagnostic = Diagnostic("internal/unexpected", at: SourceLocation(file: root), "\(error)")
    }
    _ = show([diagnostic], root: root)
    return status
  }
}
