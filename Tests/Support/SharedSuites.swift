#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Conformance suites that several projects share. They live beside the repository and may be absent: the project's
/// own tests cover the same ground.
package enum SharedSuites {
  /// The path of `name` inside the shared folder, such as `conformance/mustache`; nil if it is not there.
  ///
  /// The shared folder is what the environment variable SITEGEN_SHARED names, else `shared` beside the repository.
  package static func folder(_ name: String) -> String? {
    let path = root() + "/" + name
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    return path
  }

  private static func root() -> String {
    if let named = getenv("SITEGEN_SHARED") { return String(cString: named) }
    // <repository>/Tests/Support/SharedSuites.swift
    let repository = #filePath.split(separator: "/").dropLast(3)
    return "/" + (repository.dropLast() + ["shared"]).joined(separator: "/")
  }
}
