import ArgumentParser
import Pipeline

struct ReviewDiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what has changed in a page since it was signed.",
    discussion: "Looks for the signed text in the history that git keeps, and prints a unified diff.")

  @Argument(help: ArgumentHelp("The page's file, such as content/risks/bladder.md.", valueName: "page"))
  var page: String

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let read = try await ReadSite(site, drafts: true)
    do {
      let page = try NamedPage.find(page, in: read.site, root: read.root)
      let text = try ReviewDiff.text(of: page, in: read.site, root: read.root)
      if text.isEmpty {
        Terminal.standardError("\(page.path) has not changed since it was signed.\n")
      } else {
        Terminal.standardOutput(text)
      }
    } catch let unknown as UnknownName {
      throw ValidationError(unknown.message)
    } catch let failure as EditFailure {
      throw ReadSite.failed(failure, root: read.root)
    }
  }
}
