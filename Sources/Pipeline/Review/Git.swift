#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Asks git about the history of a file. No shell is between, so no name means anything but itself.
struct Git {
  /// A file as one commit has it.
  struct Version {
    let commit: String
    /// From the top of the repository; it may have had another name then.
    let path: String
  }

  /// What git may know of its surroundings. Not `GIT_DIR` and its like, which a hook sets for another repository.
  private static let variables = ["PATH", "HOME", "USER", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"]

  /// A folder within the repository.
  let folder: String

  /// Every commit that changed a file, newest first, through changes of its name; nil if git cannot tell.
  func versions(of path: String) -> [Version]? {
    guard
      let output = run([
        "--literal-pathspecs", "-c", "core.quotePath=false", "log", "--follow", "--format=%x00%H", "--name-only", "--",
        path,
      ])
    else { return nil }
    return output.split(separator: 0).compactMap { entry in
      let lines = entry.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
      return lines.count == 2 ? Version(commit: lines[0], path: lines[1]) : nil
    }
  }

  func bytes(of version: Version) -> [UInt8]? { run(["cat-file", "blob", "\(version.commit):\(version.path)"]) }

  /// - Returns: what git writes; nil if it is not there or ends with an error.
  private func run(_ arguments: [String]) -> [UInt8]? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclose(&actions, ends[1])
    let words = (["git", "--no-pager", "-C", folder] + arguments).map { strdup($0) } + [nil]
    let variables = Self.variables.compactMap { name in
      getenv(name).map { strdup("\(name)=\(String(cString: $0))") }
    }
    let environment = variables + [strdup("LC_ALL=C"), nil]
    defer { for text in words + environment { free(text) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, "git", &actions, nil, words, environment)
    close(ends[1])
    guard code == 0 else { return nil }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(ends[0], &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      output += buffer[..<count]
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return nil } }
    return status == 0 ? output : nil
  }
}
