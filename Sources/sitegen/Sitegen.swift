import ArgumentParser
import Diagnostics
import Markdown

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The command line: reads arguments, prints, chooses exit codes. Everything else is in `Pipeline`.
@main
struct Sitegen: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "sitegen",
    abstract: "Turns a folder of Markdown into a static, accessible site.",
    usage: """
      sitegen build                    build the site in this folder into public/
      sitegen build site -o out        build the site in site/ into out/
      sitegen serve --open             look at it in a browser while you write
      sitegen list --drafts            what is not published yet
      """,
    discussion: """
      Exit codes: 0 fine, 1 something in the content is wrong, 2 wrong usage or settings, 3 could not read or write.
      """,
    version: "sitegen \(version) (cmark-gfm \(Library.version))",
    subcommands: [
      BuildCommand.self, CheckCommand.self, CleanCommand.self, ExplainCommand.self, ListCommand.self,
      ReportCommand.self, ReviewCommand.self, ServeCommand.self, SupportCommand.self,
    ],
    helpNames: [.short, .long])

  static func main() async {
    do {
      ignoreFileSizeSignal()
      let arguments = commandFirst(Array(CommandLine.arguments.dropFirst()))
      try suggestCommand(arguments[...])
      if arguments.isEmpty { throw CleanExit.helpRequest() }
      var command = try parseAsRoot(arguments)
      if var asynchronous = command as? AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let code as ExitStatus {
      Terminal.end(code.rawValue)
    } catch {
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      if CommandLine.arguments.count == 1 {
        // Nothing was asked for: that is wrong usage, with the help as the answer.
        Terminal.standardError(text + "\n")
        Terminal.end(ExitStatus.usage.rawValue)
      }
      if code == .success {
        Terminal.standardOutput(text + "\n")
      } else {
        Terminal.standardError(text + "\n")
      }
      // The parser's own code for wrong usage is 64; here, as in most linters, it is 2.
      Terminal.end(
        code == .success ? 0 : code == .validationFailure ? ExitStatus.usage.rawValue : ExitStatus.inputOutput.rawValue)
    }
  }

  /// Options may stand before the command: `sitegen --root site build`.
  ///
  /// The first word that is neither an option nor an option's value is the command, and goes first, with the word after
  /// it if the command is a group: `sitegen --root site review due`.
  private static func commandFirst(_ arguments: [String]) -> [String] {
    let takingValues = [
      "-r", "--root", "-c", "--config", "--threads", "-o", "--output", "--output-dir", "--destination", "-u",
      "--base-url", "--format", "--fail-on", "--color", "--today", "--only", "--skip", "--baseline", "--by", "--role",
      "--on", "--due", "--host", "-p", "--port", "--editor",
    ]
    var i = 0
    while i < arguments.count, arguments[i].hasPrefix("-") { i += takingValues.contains(arguments[i]) ? 2 : 1 }
    guard i < arguments.count, i > 0 else { return arguments }
    let isGroup = !(command(arguments[i])?.configuration.subcommands.isEmpty ?? true)
    let end = isGroup && i + 1 < arguments.count && !arguments[i + 1].hasPrefix("-") ? i + 2 : i + 1
    return Array(arguments[i..<end] + arguments[..<i] + arguments[end...])
  }

  /// A file larger than the account may write is an error like a full disk, not the end of the program.
  private static func ignoreFileSizeSignal() { signal(SIGXFSZ, SIG_IGN) }

  /// An unknown command is told the nearest one.
  private static func suggestCommand(_ arguments: ArraySlice<String>) throws {
    try suggest(arguments.first, of: configuration)
    if let first = arguments.first, let group = command(first), !group.configuration.subcommands.isEmpty {
      try suggest(arguments.dropFirst().first, of: group.configuration)
    }
  }

  private static func command(_ name: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0.configuration.commandName == name || $0.configuration.aliases.contains(name) }
  }

  private static func suggest(_ word: String?, of group: CommandConfiguration) throws {
    guard let word, !word.hasPrefix("-") else { return }
    let names =
      group.subcommands.flatMap { [$0.configuration.commandName].compactMap(\.self) + $0.configuration.aliases } + [
        "help"
      ]
    if names.contains(word) { return }
    let nearest = NearMiss.nearest(to: word, in: names).map { "; did you mean '\($0)'" } ?? ""
    throw ValidationError("there is no command '\(word)'\(nearest)")
  }
}

/// How the program ends; thrown to end it.
enum ExitStatus: Int32, Error {
  case findings = 1
  case usage = 2
  case inputOutput = 3
}
