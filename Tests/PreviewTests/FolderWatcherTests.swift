#if canImport(Glibc)
  import Glibc
  import Testing

  @testable import Preview

  /// Whatever happens in a watched folder wakes the preview up. Each test waits for the wake, and would hang without.
  @Suite(.timeLimit(.minutes(30))) struct FolderWatcherTests {
    private let folder: String

    init() throws {
      var template = Array("/tmp/sitegen-watch-XXXXXX".utf8CString)
      try #require(mkdtemp(&template) != nil)
      folder = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    private func write(_ name: String, _ text: String = "x") throws {
      let file = open(folder + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
      try #require(file >= 0)
      _ = Glibc.write(file, text, text.utf8.count)
      close(file)
    }

    private func wakes(after change: () throws -> Void) async throws {
      let watcher = try FolderWatcher()
      _ = try watcher.watch([folder])
      try change()
      var wakes = watcher.wakes.makeAsyncIterator()
      await #expect(wakes.next() != nil)
    }

    @Test func aNewFile() async throws { try await wakes { try write("a.md") } }

    @Test func aFileThatIsRenamedIntoItsPlace() async throws {
      try write("a.md~")
      try await wakes { #expect(rename(folder + "/a.md~", folder + "/a.md") == 0) }
    }

    @Test func aFileThatIsGone() async throws {
      try write("a.md")
      try await wakes { #expect(unlink(folder + "/a.md") == 0) }
    }

    @Test func aFileThatMayBeReadAgain() async throws {
      try write("a.md")
      try await wakes { #expect(chmod(folder + "/a.md", 0o600) == 0) }
    }

    @Test func aFileThatStaysOpen() async throws {
      try write("a.md")
      let file = open(folder + "/a.md", O_WRONLY | O_APPEND)
      defer { close(file) }
      try await wakes { #expect(Glibc.write(file, "y", 1) == 1) }
    }

    @Test func aNewFolder() async throws { try await wakes { #expect(mkdir(folder + "/b", 0o755) == 0) } }

    @Test func theFolderItselfIsGone() async throws { try await wakes { #expect(rmdir(folder) == 0) } }

    @Test func whatWasMissedByNobodyIsOneWakeWhenItComesInABurst() async throws {
      let watcher = try FolderWatcher()
      _ = try watcher.watch([folder])
      for i in 0..<200 { try write("\(i).md") }
      var wakes = watcher.wakes.makeAsyncIterator()
      await #expect(wakes.next() != nil)
      // Nothing is left over: the next wake is that of the next change.
      try write("last.md")
      await #expect(wakes.next() != nil)
    }

    @Test func aFolderIsNewOnce() throws {
      let watcher = try FolderWatcher()
      #expect(try watcher.watch([folder]))
      #expect(try watcher.watch([folder]) == false)
      #expect(mkdir(folder + "/b", 0o755) == 0)
      #expect(try watcher.watch([folder, folder + "/b"]))
    }

    @Test func whatIsNotThereIsNotWatched() throws {
      #expect(try FolderWatcher().watch([folder + "/nothing"]) == false)
    }

    @Test func aWatcherThatNobodyHoldsEnds() async throws {
      var watcher: FolderWatcher? = try FolderWatcher()
      let wakes = try #require(watcher?.wakes)
      watcher = nil
      var count = 0
      for await _ in wakes { count += 1 }
      #expect(count == 0)
    }
  }
#endif
