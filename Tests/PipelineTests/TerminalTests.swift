import Foundation
import Synchronization
import Testing

@testable import Pipeline

/// Colours and progress: on a terminal, and for those who ask.
@Suite struct TerminalTests {
  private let site: SmallSite
  private var root: String { site.folder.path }

  init() throws { site = try SmallSite() }

  @Test func coloursAreForTerminalsAndForWhoAsks() throws {
    try site.folder.write(SmallSite.page("Home", "[x](nowhere.md)\n"), to: "content/index.md")
    func isColoured(_ arguments: [String], _ environment: [String: String]) throws -> Bool {
      try ChildProcess(ChildProcess.sitegen, ["build", root] + arguments, environment: environment).wait().errors
        .contains("\u{1B}[")
    }
    #expect(try !isColoured([], [:]))
    #expect(try isColoured([], ["CLICOLOR_FORCE": "1"]))
    #expect(try isColoured([], ["FORCE_COLOR": "1"]))
    #expect(try !isColoured([], ["CLICOLOR_FORCE": "0"]))
    #expect(try !isColoured([], ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]))
    #expect(try isColoured(["--color", "always"], ["NO_COLOR": "1"]))
    #expect(try !isColoured(["--color", "never"], ["CLICOLOR_FORCE": "1"]))
    #expect(try !isColoured([], ["CI": "true", "GITHUB_ACTIONS": "true"]))
    #expect(try onTerminal(["build", root]).contains("\u{1B}[1;31merror["))
    #expect(try !onTerminal(["build", root], ["NO_COLOR": "1"]).contains("\u{1B}["))
    #expect(try !onTerminal(["build", root], ["TERM": "dumb"]).contains("\u{1B}["))
  }

  @Test func longWorkShowsProgressOnATerminalOnly() throws {
    #expect(try !onTerminal(["build", root]).contains("\u{1B}"), "a short build shows none")
    let text = String(repeating: "Some *text* with a [link](index.md) and `code`.\n\n", count: 400)
    for i in 0..<160 { try site.folder.write(SmallSite.page("Page \(i)", text), to: "content/p\(i).md") }
    let shown = try onTerminal(["build", root, "--threads", "1"])
    #expect(shown.contains("ing "), "\(shown.prefix(300))")
    #expect(shown.contains("\r\u{1B}[K"))
    #expect(shown.hasSuffix("deleted.\r\n"))
    #expect(try !ChildProcess.sitegen("build", root).errors.contains("\u{1B}"))
  }

  /// Runs the program on a terminal of its own, and returns all that the terminal was sent.
  private func onTerminal(_ arguments: [String], _ environment: [String: String] = [:]) throws -> String {
    var (near, far): (Int32, Int32) = (-1, -1)
    guard openpty(&near, &far, nil, nil, nil) == 0, let name = ttyname(far).map({ String(cString: $0) }) else {
      throw FileSystem.Failure("openpty")
    }
    let line = "exec \"$0\" \"$@\" 2>'\(name)'"
    let child = try ChildProcess(
      "/bin/sh", ["-c", line, ChildProcess.sitegen] + arguments,
      environment: ["TERM": "xterm"].merging(environment) { _, new in new })
    let reader = Thread.reading(near)
    _ = try child.wait()
    close(far)
    defer { close(near) }
    return reader()
  }
}

extension Thread {
  /// Reads a terminal until it is closed, so that nobody who writes to it has to wait.
  ///
  /// - Returns: a function that waits for the end and gives all that was read.
  fileprivate static func reading(_ file: Int32) -> () -> String {
    let done = DispatchSemaphore(value: 0)
    let box = Box()
    Thread.detachNewThread {
      var buffer = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = read(file, &buffer, buffer.count)
        if count <= 0 { break }
        box.bytes.withLock { $0 += buffer[..<count] }
      }
      done.signal()
    }
    return {
      done.wait()
      return box.bytes.withLock { String(decoding: $0, as: UTF8.self) }
    }
  }
}

private final class Box: Sendable {
  let bytes = Mutex<[UInt8]>([])
}
