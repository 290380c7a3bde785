/// Diagnostics for people: a line that editors can jump to, the line of the file with the place underlined, then help
/// and notes.
package enum TextReport {
  /// Prints in the order given. Every line ends with a line feed.
  ///
  /// `concise` prints the first line of each and nothing else. `contents` gives a file's bytes, or nil if there are
  /// none to show. Whatever names and files contain, the only escape sequences in the text are those of `colour`.
  package static func render(
    _ diagnostics: some Sequence<Diagnostic>, concise: Bool = false, colour: Bool = false,
    contents: @escaping (String) -> [UInt8]?
  ) -> String {
    var lines = SourceLines(contents)
    var text = ""
    for diagnostic in diagnostics {
      text += headline(diagnostic, colour: colour)
      if concise { continue }
      text += excerpt(diagnostic, &lines, colour: colour) ?? ""
      if let help = diagnostic.help { text += "  help: \(Excerpt.harmless(help))\n" }
      for note in diagnostic.notes {
        let message = Excerpt.harmless(note.message)
        let place = note.location.map(Self.place) ?? ""
        // A note that ends with its place in words need not name it twice.
        text += "  note: \(message)" + (place.isEmpty || message.hasSuffix(place) ? "" : ": \(place)") + "\n"
      }
    }
    return text
  }

  /// Such as `1 error and 2 warnings in 2 files`; `no problems` if there are none.
  package static func summary(_ diagnostics: some Sequence<Diagnostic>) -> String {
    var counts: [Severity: Int] = [:]
    var files = Set<String>()
    for diagnostic in diagnostics {
      counts[diagnostic.severity, default: 0] += 1
      files.insert(diagnostic.location.file)
    }
    let parts = [(Severity.error, "error"), (.warning, "warning"), (.info, "remark")].compactMap { severity, word in
      counts[severity].map { "\($0) \(word)\($0 == 1 ? "" : "s")" }
    }
    guard let last = parts.last else { return "no problems" }
    let counted = parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last
    return "\(counted) in \(files.count) file\(files.count == 1 ? "" : "s")"
  }

  private static func headline(_ diagnostic: Diagnostic, colour: Bool) -> String {
    let severity = painted("\(diagnostic.severity.rawValue)[\(diagnostic.rule)]", diagnostic.severity, colour)
    return "\(place(diagnostic.location)): \(severity): \(Excerpt.harmless(diagnostic.message))\n"
  }

  /// `file:line:column` as far as they are known.
  package static func place(_ location: SourceLocation) -> String {
    let file = Excerpt.harmless(location.file)
    if location.line < 1 { return file }
    return location.column < 1 ? "\(file):\(location.line)" : "\(file):\(location.line):\(location.column)"
  }

  /// The line with its number, and the place underlined below it; nil if there is no such line.
  package static func excerpt(
    _ diagnostic: Diagnostic, _ lines: inout SourceLines, colour: Bool = false
  ) -> String? {
    let location = diagnostic.location
    guard location.line >= 1, let line = lines.line(of: location) else { return nil }
    let excerpt = Excerpt(line: line, column: location.column, length: location.length)
    let number = String(location.line)
    let gutter = String(repeating: " ", count: max(5, number.utf8.count))
    var text = gutter.dropLast(number.utf8.count) + number + " | " + excerpt.text
    while text.last == " " || text.last == "\t" { text.removeLast() }
    text += "\n"
    if let underline = excerpt.underline {
      let split = underline.firstIndex(of: "^") ?? underline.startIndex
      text += "\(gutter) | \(underline[..<split])\(painted(String(underline[split...]), diagnostic.severity, colour))\n"
    }
    return String(text)
  }

  /// Bold, in red, yellow or blue (ECMA-48, section 8.3.117, SGR).
  private static func painted(_ text: String, _ severity: Severity, _ colour: Bool) -> String {
    guard colour else { return text }
    let code =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .info: "34"
      }
    return "\u{1B}[1;\(code)m\(text)\u{1B}[0m"
  }
}
