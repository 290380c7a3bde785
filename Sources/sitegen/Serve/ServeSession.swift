import Pipeline
import Preview

/// Keeps the preview up with the files: each change is shown first, and then everything is looked at.
struct ServeSession: Sendable {
  let live: LiveSite
  let server: PreviewServer
  let shown: ShownSite
  /// Told when everything was looked at.
  let report: @Sendable (LiveState) -> Void
  /// Whether to say how long things took.
  let isVerbose: Bool

  /// Returns when `changes` end or its task is cancelled.
  func follow(_ changes: Changes) async {
    var checking = check()
    for await _ in changes.wakes {
      guard await look(changes) else { continue }
      // The long look gives way; what it was looking at may be gone.
      checking.cancel()
      await checking.value
      show(await live.rebuild())
      checking = check()
    }
    checking.cancel()
    await checking.value
  }

  /// Whether anything has changed. Folders that are new are watched, and then listed again: a file that came into one in
  /// between told nobody.
  func look(_ changes: Changes) async -> Bool {
    var isChanged = await live.look()
    if changes.watch(await live.origins) { isChanged = await live.look() }
    // Nobody wants to see a page whose template is half written. A file that stays empty soon no longer looks like one.
    while await live.isWriting, !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(10))
      isChanged = await live.look()
    }
    return isChanged
  }

  private func check() -> Task<Void, Never> {
    Task(priority: .utility) {
      guard let state = await live.check() else { return }
      show(state)
      report(state)
    }
  }

  private func show(_ state: LiveState) {
    server.show(shown.preview(state))
    if isVerbose { Terminal.standardError(StageReport.text(state.stages)) }
  }
}
