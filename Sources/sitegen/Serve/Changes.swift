import Preview

/// What wakes the preview up: the system where it tells of changes, a clock elsewhere.
struct Changes: Sendable {
  let wakes: AsyncStream<Void>
  #if os(Linux)
    private let watcher: FolderWatcher?
  #endif

  /// - Parameter milliseconds: between two looks; nil if the system tells.
  /// - Throws: `ExitStatus`.
  init(every milliseconds: Int?) throws {
    #if os(Linux)
      if milliseconds == nil {
        do throws(FolderWatcher.Failure) {
          let watcher = try FolderWatcher()
          (self.watcher, wakes) = (watcher, watcher.wakes)
        } catch {
          throw Changes.failure(error.reason)
        }
        return
      }
      watcher = nil
    #endif
    wakes = Changes.ticks(every: milliseconds ?? 500)
  }

  /// Watches folders and files; those that it watches already stay watched.
  ///
  /// - Returns: whether any of them is new.
  func watch(_ paths: [String]) -> Bool {
    #if os(Linux)
      guard let watcher else { return false }
      do throws(FolderWatcher.Failure) { return try watcher.watch(paths) } catch {
        Terminal.standardError(
          "warning: not all folders can be watched: \(error.reason); start again with --poll if a change is missed\n")
      }
    #endif
    return false
  }

  private static func failure(_ reason: String) -> ExitStatus {
    Terminal.standardError("error[serve/no-watch]: changes cannot be watched: \(reason); start again with --poll\n")
    return .inputOutput
  }

  private static func ticks(every milliseconds: Int) -> AsyncStream<Void> {
    AsyncStream(unfolding: { try? await Task.sleep(for: .milliseconds(milliseconds)) })
  }
}
