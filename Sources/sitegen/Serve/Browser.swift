#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The person's browser.
enum Browser {
  /// Asks the desktop to open an address.
  ///
  /// - Returns: whether there is a program to ask.
  static func open(_ url: String) -> Bool {
    #if os(macOS)
      let program = "open"
    #else
      let program = "xdg-open"
    #endif
    var process = pid_t()
    let words = [program, url]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    return posix_spawnp(&process, program, nil, nil, &arguments, environ) == 0
  }
}
