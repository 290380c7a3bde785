/// Diagnostics for test dashboards, as JUnit XML: one suite for each file, one failed case for each diagnostic.
///
/// There is no standard; this is the part that Jenkins, GitLab and GitHub's reporters share (`testsuites`, `testsuite`,
/// `testcase`, `failure`).
package enum JUnitReport {
  /// One document, ended by a line feed. A site without findings has one case that passed, since a report without cases
  /// counts as broken.
  package static func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
    let all = Array(diagnostics)
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    xml += "<testsuites name=\"sitegen\" tests=\"\(max(1, all.count))\" failures=\"\(all.count)\">\n"
    if all.isEmpty {
      xml +=
        "<testsuite name=\"site\" tests=\"1\" failures=\"0\"><testcase classname=\"site\" name=\"no findings\"/></testsuite>\n"
    }
    var rest = all[...]
    while let first = rest.first {
      let file = first.location.file
      let group = rest.prefix { $0.location.file == file }
      rest = rest.dropFirst(group.count)
      xml += "<testsuite name=\"\(escaped(file))\" tests=\"\(group.count)\" failures=\"\(group.count)\">\n"
      for diagnostic in group { xml += testCase(diagnostic) }
      xml += "</testsuite>\n"
    }
    return xml + "</testsuites>\n"
  }

  private static func testCase(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location
    let name = place.line >= 1 ? "\(diagnostic.rule) at \(place.line):\(place.column)" : diagnostic.rule
    var text = diagnostic.message
    if let help = diagnostic.help { text += "\nhelp: \(help)" }
    for note in diagnostic.notes { text += "\nnote: \(note.message)" }
    return "<testcase classname=\"\(escaped(place.file))\" name=\"\(escaped(name))\">"
      + "<failure type=\"\(diagnostic.severity.rawValue)\" message=\"\(escaped(diagnostic.message))\">"
      + "\(escaped(text))</failure></testcase>\n"
  }

  /// Characters that XML 1.0 (section 2.2) has no way to write become U+FFFD.
  private static func escaped(_ text: String) -> String {
    var xml = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": xml += "&amp;"
      case "<": xml += "&lt;"
      case ">": xml += "&gt;"
      case "\"": xml += "&quot;"
      case "\n": xml += "&#10;"
      case "\t": xml += "&#9;"
      case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": xml += "\u{FFFD}"
      default: xml.unicodeScalars.append(scalar)
      }
    }
    return xml
  }
}
