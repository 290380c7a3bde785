#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where words go: what was asked for to standard output, everything about the work to standard error.
enum Terminal {
  static func standardError(_ text: String) { _ = write(text, to: 2) }

  /// What was asked for must arrive whole, or the program ends with an error.
  static func standardOutput(_ text: String) {
    let code = write(text, to: 1)
    guard code != 0 else { return }
    let reason = code == ENOSPC ? "the disk is full" : String(cString: strerror(code))
    standardError("error[output/failed]: standard output cannot be written: \(reason)\n")
    end(ExitStatus.inputOutput.rawValue)
  }

  /// - Returns: the system's code for what went wrong; 0 if nothing did.
  private static func write(_ text: String, to file: Int32) -> Int32 {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { systemWrite(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return errno }
      bytes = bytes.dropFirst(count)
    }
    return 0
  }

  static func isTerminal(_ file: Int32) -> Bool { isatty(file) == 1 }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    return String(cString: value)
  }

  /// Whether standard error gets colours: `NO_COLOR` (no-color.org), `CLICOLOR_FORCE` and `FORCE_COLOR` decide before
  /// the terminal does.
  static func wantsColor(_ choice: ColorChoice) -> Bool {
    func isSet(_ name: String) -> Bool { environment(name).map { !$0.isEmpty } ?? false }
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      if isSet("NO_COLOR") || environment("CLICOLOR") == "0" { return false }
      if isSet("CLICOLOR_FORCE") && environment("CLICOLOR_FORCE") != "0" || isSet("FORCE_COLOR") { return true }
      return isTerminal(2) && environment("TERM") != "dumb"
    }
  }

  /// Ends the program.
  static func end(_ code: Int32) -> Never { exit(code) }

  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

private func systemWrite(_ file: Int32, _ from: UnsafeRawPointer?, _ count: Int) -> Int { write(file, from, count) }
