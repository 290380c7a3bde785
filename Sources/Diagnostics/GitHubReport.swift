/// Diagnostics as annotations on a pull request: GitHub Actions' workflow commands.
package enum GitHubReport {
  /// One command on a line for each diagnostic, such as `::error file=a.md,line=1,col=2,title=link/missing-page::…`.
  /// Columns are converted from bytes to code points where `contents` gives the bytes.
  package static func render(
    _ diagnostics: some Sequence<Diagnostic>, contents: @escaping (String) -> [UInt8]?
  ) -> String {
    var lines = SourceLines(contents)
    return diagnostics.map { command($0, &lines) }.joined()
  }

  private static func command(_ diagnostic: Diagnostic, _ lines: inout SourceLines) -> String {
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .info: "notice"
      }
    let location = diagnostic.location
    var properties = "file=\(escaped(location.file, isProperty: true))"
    if location.line >= 1 { properties += ",line=\(location.line)" }
    if location.line >= 1, location.column >= 1 {
      properties += ",col=\(lines.codePointColumn(of: location) ?? location.column)"
    }
    properties += ",title=\(escaped(diagnostic.rule, isProperty: true))"
    var message = diagnostic.message
    if let help = diagnostic.help { message += "\nhelp: \(help)" }
    for note in diagnostic.notes {
      message += "\nnote: \(note.message)"
      if let place = note.location {
        message += place.line >= 1 ? ": \(place.file):\(place.line):\(place.column)" : ": \(place.file)"
      }
    }
    return "::\(command) \(properties)::\(escaped(message, isProperty: false))\n"
  }

  /// As `escapeData` and `escapeProperty` in the Actions toolkit (packages/core/src/command.ts).
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
