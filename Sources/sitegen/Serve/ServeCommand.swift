import ArgumentParser
import Checks
import Content
import Diagnostics
import Pipeline
import Preview

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the site in a browser while you write it.",
    discussion: """
      Serves the site from memory and shows each change as soon as it is saved, or what is wrong with it. Writes nothing. \
      Only this machine can see it, unless --host says otherwise. Ctrl-C ends it.
      """,
    aliases: ["dev", "preview"])

  @OptionGroup var folder: FolderArgument
  @OptionGroup var site: SiteOptions

  @OptionGroup var address: AddressOption

  @Option(help: ArgumentHelp("Address of this machine to listen at.", valueName: "address"))
  var host = "127.0.0.1"

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Port to listen at; 0 takes any. (default: 8080, or the next that is free)", valueName: "number")
  )
  var port: Int?

  @Flag(help: "Open the site in a browser.")
  var open = false

  @Option(
    defaultAsFlag: 500,
    help: ArgumentHelp(
      "Look for changes so many milliseconds apart, where the system does not tell of them: containers, network shares.",
      valueName: "ms"))
  var poll: Int?

  @Option(help: "Editor that links to files open: vscode, vscodium, cursor, zed, idea, sublime or none.")
  var editor = Editor.vscode

  @Flag(help: "Let others on the network see drafts. Without it, --drafts goes with this machine only.")
  var shareDrafts = false

  @Option(
    help: ArgumentHelp(
      "The day that counts as today for checks; also SOURCE_DATE_EPOCH. (default: today, UTC)",
      valueName: "yyyy-mm-dd"))
  var today: String?

  @Option(help: "Colours on the terminal: auto, always or never.")
  var color: ColorChoice = .auto

  @Flag(name: [.short, .long], help: "Print how long each change took.")
  var verbose = false

  mutating func validate() throws {
    if let port, !(0...65_535).contains(port) { throw ValidationError("--port takes a number from 0 to 65535") }
    if let poll, poll < 10 { throw ValidationError("--poll takes a number of milliseconds from 10 up") }
    if site.drafts, !isLoopback, !shareDrafts {
      throw ValidationError(
        "--drafts with --host \(host) shows drafts to everybody on the network; add --share-drafts if you want that")
    }
  }

  /// Whether only this machine can be meant. A name counts as another machine's until it is `localhost`.
  private var isLoopback: Bool {
    let name = host.lowercased()
    let isIPv4 = name.split(separator: ".", omittingEmptySubsequences: false).count == 4 && name.hasPrefix("127.")
    return name == "localhost" || name == "::1" || name == "[::1]" || isIPv4
  }

  func run() async throws {
    var options = try site.buildOptions(folder: folder)
    options.baseURL = address.url
    let today = try Today.day(today)
    options.today = today
    options.watch = RuleWatch.armed(seconds: CheckCommand.ruleSeconds)
    let shown = ShownSite(
      folder: isLoopback ? options.absoluteRoot : nil, editor: editor, root: options.root, today: today,
      listsDrafts: isLoopback || shareDrafts)
    let live = LiveSite(options)
    // Before the first look, so that no change falls between.
    let changes = try Changes(every: poll)
    _ = await live.look()
    if changes.watch(await live.origins) { _ = await live.look() }
    let server = try await start(shown.preview(await live.rebuild()))
    Terminal.standardError("Preview at \(server.url) (Ctrl-C ends it)\n")
    if !isLoopback {
      Terminal.standardError("warning: everybody who can reach \(host) can see this preview\n")
    }
    if open, options.watch.failed.isEmpty, !Browser.open(server.url) {
      Terminal.standardError("No program is there to open a browser; open the address by hand.\n")
    }
    let session = ServeSession(
      live: live, server: server, shown: shown, report: report(root: options.root), isVerbose: verbose)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await session.follow(changes) }
      group.addTask { await Interrupt.wait() }
      await group.next()
      group.cancelAll()
    }
    await server.stop()
  }

  private func start(_ site: PreviewSite) async throws -> PreviewServer {
    var options = PreviewServer.Options()
    options.host = host
    if let port { (options.port, options.isStrictPort) = (port, true) }
    do { return try await PreviewServer.start(options, showing: site) } catch let failure as PreviewServer.Failure {
      Terminal.standardError("error[serve/no-port]: \(failure.description)\n")
      throw ExitStatus.inputOutput
    }
  }

  /// Tells on the terminal what is wrong, once everything was looked at.
  private func report(root: String) -> @Sendable (LiveState) -> Void {
    let colour = Terminal.wantsColor(color)
    return { state in
      let errors = state.diagnostics.filter { $0.severity == .error }
      let excerpts = Excerpts(root: root, built: state.built)
      Terminal.standardError(
        TextReport.render(errors, colour: colour, contents: excerpts.bytes)
          + "\(state.site?.pages.count ?? 0) pages: \(TextReport.summary(state.diagnostics))\n")
    }
  }
}
