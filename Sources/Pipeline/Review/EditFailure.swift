import Diagnostics

/// Why a file of the site was not changed, or could not be asked about.
package struct EditFailure: Error, Sendable {
  package let diagnostic: Diagnostic
  /// Whether the disk or another program is to blame, and not what was asked for.
  package let isEnvironment: Bool

  init(_ diagnostic: Diagnostic, isEnvironment: Bool = false) {
    self.diagnostic = diagnostic
    self.isEnvironment = isEnvironment
  }

  init(reading path: String, _ failure: FileSystem.Failure) {
    self.init(
      Diagnostic("input/unreadable", at: SourceLocation(file: path), "the file cannot be read: \(failure.reason)"),
      isEnvironment: true)
  }

  init(writing path: String, _ failure: FileSystem.Failure) {
    self.init(
      Diagnostic("output/failed", at: SourceLocation(file: path), "the file cannot be written: \(failure.reason)"),
      isEnvironment: true)
  }
}

/// No page, or no service, of that name; the message says which is near.
package struct UnknownName: Error, Sendable {
  package let message: String
}
