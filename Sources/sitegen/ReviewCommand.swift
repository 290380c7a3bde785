import ArgumentParser

struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Who read which page, when it is due again, and what has changed since.",
    subcommands: [
      ReviewDiffCommand.self, ReviewDueCommand.self, ReviewSignCommand.self, ReviewStatusCommand.self,
    ])
}
