import Pipeline

/// One line on a terminal that says how far a build is, once it has taken a second. Nothing in a pipe.
struct ProgressLine {
  /// Ends with whether it has shown anything.
  private let task: Task<Bool, Never>?

  init(_ progress: Progress, isShown: Bool) {
    guard isShown, Terminal.isTerminal(2), Terminal.environment("TERM") != "dumb" else {
      task = nil
      return
    }
    task = Task.detached {
      var isShown = false
      do {
        try await Task.sleep(for: .seconds(1))
        while true {
          Terminal.standardError("\r\u{1B}[K" + ProgressLine.text(progress))
          isShown = true
          try await Task.sleep(for: .milliseconds(100))
        }
      } catch {
        // Cancelled: the build is over.
      }
      return isShown
    }
  }

  /// Takes the line away, so that it never stands between two lines of a report.
  func end() async {
    guard let task else { return }
    task.cancel()
    if await task.value { Terminal.standardError("\r\u{1B}[K") }
  }

  private static func text(_ progress: Progress) -> String {
    switch progress.stage {
    case .reading: "Reading \(progress.done) of \(progress.total) pages"
    case .resolving: "Resolving \(progress.total) pages"
    case .writing: "Writing \(progress.done) of \(progress.total) files"
    case .asking: "Asked for \(progress.done) of \(progress.total) addresses"
    }
  }
}
