import ArgumentParser

struct SupportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "support", abstract: "The register of helplines and emergency numbers.",
    subcommands: [SupportVerifyCommand.self])
}
