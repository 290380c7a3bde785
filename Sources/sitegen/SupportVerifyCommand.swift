import ArgumentParser
import Content
import Pipeline

struct SupportVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Write down that you have read the number of a service again.",
    discussion: """
      Writes `verified` and `verifiedBy` into the entry of content/data/support-lines.yml, and changes nothing else. Read \
      the page that `evidence` names first.
      """)

  @Argument(help: ArgumentHelp("The id of the entry, such as gb-samaritans.", valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp("The day on which you read the page.", valueName: "yyyy-mm-dd"))
  var on: String

  @Option(help: ArgumentHelp("Your name.", valueName: "name"))
  var by: String

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let name = try Signature.text(by, flag: "--by")
    let day = try Today.day(on, flag: "--on")
    let read = try await ReadSite(site, drafts: true)
    do {
      let line = try SupportVerification.verify(id, of: read.site, root: read.root, on: day, by: name)
      Terminal.standardError(
        "Verified \(line.id) (\(line.name)) on \(day). The next look is due on "
          + "\(day.adding(months: SupportLine.monthsBetweenChecks)).\n")
    } catch let unknown as UnknownName {
      throw ValidationError(unknown.message)
    } catch let failure as EditFailure {
      throw ReadSite.failed(failure, root: read.root)
    }
  }
}
