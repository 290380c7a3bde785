/// Diagnostics for programs, as JSON.
package enum JSONReport {
  /// One object, `{"schemaVersion":1,"diagnostics":[…]}`, in the order given, ended by a line feed.
  ///
  /// Each diagnostic has `rule`, `severity`, `file`, `line`, `column`, `length`, `message`, `help` (or null), `notes` and
  /// `edits`. Lines and columns count as in `SourceLocation`: from 1, in UTF-8 bytes, 0 if unknown. A note has `message`,
  /// and `file`, `line`, `column` and `length` if it has a place. An edit has a place and its `replacement`. The schema is
  /// docs/report.schema.json.
  package static func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
    let items = diagnostics.map { diagnostic in
      let notes = diagnostic.notes.map { note in
        "{\"message\":\(quoted(note.message))" + (note.location.map { ",\(fields(of: $0))" } ?? "") + "}"
      }
      let edits = diagnostic.edits.map { edit in
        "{\(fields(of: edit.location)),\"replacement\":\(quoted(edit.replacement))}"
      }
      return "{\"rule\":\(quoted(diagnostic.rule)),\"severity\":\(quoted(diagnostic.severity.rawValue)),"
        + "\(fields(of: diagnostic.location)),\"message\":\(quoted(diagnostic.message)),"
        + "\"help\":\(diagnostic.help.map(quoted) ?? "null"),\"notes\":[\(notes.joined(separator: ","))],"
        + "\"edits\":[\(edits.joined(separator: ","))]}"
    }
    return "{\"schemaVersion\":1,\"diagnostics\":[\(items.joined(separator: ","))]}\n"
  }

  private static func fields(of location: SourceLocation) -> String {
    "\"file\":\(quoted(location.file)),\"line\":\(location.line),\"column\":\(location.column),"
      + "\"length\":\(location.length)"
  }

  /// A JSON string, with the escapes that RFC 8259, section 7, asks for and no others.
  package static func quoted(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\r": json += "\\r"
      case "\t": json += "\\t"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}
