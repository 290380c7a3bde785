import ArgumentParser
import Content
import Pipeline

struct ReviewSignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Write down that you have read a page and stand for it.",
    discussion: """
      Writes `review:` into the page's front matter, with a fingerprint of its title, description and text, and changes \
      nothing else. Sign for yourself only.
      """)

  @Argument(help: ArgumentHelp("The page's file, such as content/risks/bladder.md.", valueName: "page"))
  var page: String

  @Option(help: ArgumentHelp("The reviewer's name, as readers will see it.", valueName: "name"))
  var by: String

  @Option(help: ArgumentHelp("What the reviewer is, such as 'urology nurse'.", valueName: "role"))
  var role: String

  @Option(help: ArgumentHelp("The day of the review. (default: today, UTC)", valueName: "yyyy-mm-dd"))
  var on: String?

  @Option(
    help: ArgumentHelp(
      "The day on which the next one is due. (default: \(ReviewSigning.months) months later)", valueName: "yyyy-mm-dd"))
  var due: String?

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let name = try Signature.text(by, flag: "--by")
    let role = try Signature.text(role, flag: "--role")
    let day = try Today.day(on, flag: "--on")
    let due = try due.map { try Today.day($0, flag: "--due") } ?? day.adding(months: ReviewSigning.months)
    guard due >= day else { throw ValidationError("--due is a day before --on") }
    let read = try await ReadSite(site, drafts: true)
    do {
      let page = try NamedPage.find(page, in: read.site, root: read.root)
      let review = try ReviewSigning.sign(
        page, of: read.site, root: read.root, by: name, role: role, on: day, due: due)
      Terminal.standardError(
        "Signed \(page.path): reviewed on \(review.on) by \(name), \(role). The next review is due on \(due).\n")
    } catch let unknown as UnknownName {
      throw ValidationError(unknown.message)
    } catch let failure as EditFailure {
      throw ReadSite.failed(failure, root: read.root)
    }
  }
}
