import Testing

@testable import Pipeline

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Programs that tests run, above all the built `sitegen`.
struct ChildProcess {
  /// What a program did.
  struct Outcome {
    /// The exit code; 128 and the signal's number if a signal ended it.
    let status: Int
    let output: String
    let errors: String
  }

  let id: pid_t
  private let streams: TemporaryFolder

  /// The program beside the tests.
  static let sitegen: String = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    let upTo = bundle.range(of: ".xctest").map { bundle[..<$0.lowerBound] } ?? bundle[...]
    return String(upTo[..<(upTo.lastIndex(of: "/") ?? upTo.startIndex)]) + "/sitegen"
  }()

  /// - Parameters:
  ///   - environment: added to a small fixed one.
  ///   - folder: where the program starts.
  init(_ program: String, _ arguments: [String], environment: [String: String] = [:], in folder: String = "/") throws {
    streams = try TemporaryFolder()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, streams.path + "/output", O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, streams.path + "/errors", O_WRONLY | O_CREAT, 0o600)
    // The shell goes to the folder: there is no portable way to spawn elsewhere.
    let words = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program] + arguments
    let variables = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C"].merging(environment) { _, new in new }
    let argv = words.map { strdup($0) } + [nil]
    let envp = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in argv + envp { free(word) } }
    var id: pid_t = 0
    guard posix_spawn(&id, "/bin/sh", &actions, nil, argv, envp) == 0 else { throw FileSystem.Failure(program) }
    self.id = id
  }

  func kill() { _ = systemKill(id, SIGKILL) }

  func wait() throws -> Outcome {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 { guard errno == EINTR else { throw FileSystem.Failure("waitpid") } }
    let signal = Int(status & 0x7F)
    return Outcome(
      status: signal == 0 ? Int((status >> 8) & 0xFF) : 128 + signal, output: try streams.text("output"),
      errors: try streams.text("errors"))
  }

  static func sitegen(
    _ arguments: String..., environment: [String: String] = [:], in folder: String = "/"
  ) throws -> Outcome {
    try ChildProcess(sitegen, arguments, environment: environment, in: folder).wait()
  }

  /// Runs a line of shell with `$1` and so on.
  static func shell(_ line: String, _ arguments: [String]) throws -> Outcome {
    try ChildProcess("/bin/sh", ["-c", line, "sh"] + arguments).wait()
  }
}

private func systemKill(_ id: pid_t, _ signal: Int32) -> Int32 { kill(id, signal) }

extension String {
  /// Where `part` stands first.
  func range(of part: String) -> Range<Index>? { firstRange(of: part) }
}
