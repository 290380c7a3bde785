/// Diagnostics for code-scanning services, as a SARIF 2.1.0 log (OASIS Standard).
package enum SARIFReport {
  /// One log with one run, ended by a line feed.
  ///
  /// Paths become relative URI references without a base: services resolve them against the repository's root. Columns
  /// are converted from bytes to code points, and left out where `contents` gives no bytes to convert with.
  ///
  /// - Parameter descriptions: what a rule finds, by its id.
  package static func render(
    _ diagnostics: some Sequence<Diagnostic>, rules descriptions: [String: String] = [:], tool: String, version: String,
    contents: @escaping (String) -> [UInt8]?
  ) -> String {
    let all = Array(diagnostics)
    let rules = Set(all.map(\.rule)).sorted()
    let indices = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    var lines = SourceLines(contents)
    let results = all.map { result($0, ruleIndex: indices[$0.rule] ?? 0, &lines) }
    let ids = rules.map { rule in
      let text = descriptions[rule].map { ",\"fullDescription\":{\"text\":\(JSONReport.quoted($0))}" } ?? ""
      return "{\"id\":\(JSONReport.quoted(rule))\(text)}"
    }
    return
      "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\","
      + "\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\(JSONReport.quoted(tool)),"
      + "\"version\":\(JSONReport.quoted(version)),\"rules\":[\(ids.joined(separator: ","))]}},"
      + "\"columnKind\":\"unicodeCodePoints\",\"results\":[\(results.joined(separator: ","))]}]}\n"
  }

  /// Section 3.27.
  private static func result(_ diagnostic: Diagnostic, ruleIndex: Int, _ lines: inout SourceLines) -> String {
    let level =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .info: "note"
      }
    var message = diagnostic.message
    if let help = diagnostic.help { message += "\nhelp: \(help)" }
    var related: [String] = []
    for note in diagnostic.notes {
      if let location = note.location {
        let text = JSONReport.quoted(note.message)
        related.append("{\(physicalLocation(location, &lines)),\"message\":{\"text\":\(text)}}")
      } else {
        message += "\nnote: \(note.message)"
      }
    }
    return "{\"ruleId\":\(JSONReport.quoted(diagnostic.rule)),\"ruleIndex\":\(ruleIndex),\"level\":\"\(level)\","
      + "\"message\":{\"text\":\(JSONReport.quoted(message))},"
      + "\"locations\":[{\(physicalLocation(diagnostic.location, &lines))}]"
      + (related.isEmpty ? "" : ",\"relatedLocations\":[\(related.joined(separator: ","))]")
      + fixes(diagnostic, &lines) + "}"
  }

  /// Section 3.55: one fix of all edits. Left out if the place of one cannot be converted.
  private static func fixes(_ diagnostic: Diagnostic, _ lines: inout SourceLines) -> String {
    if diagnostic.edits.isEmpty { return "" }
    var changes: [(uri: String, replacement: String)] = []
    for edit in diagnostic.edits {
      let place = edit.location
      guard let start = lines.codePointColumn(of: place),
        let end = lines.codePointColumn(of: place, plus: place.length)
      else { return "" }
      changes.append(
        (
          JSONReport.quoted(percentEncoded(place.file)),
          "{\"deletedRegion\":{\"startLine\":\(place.line),\"startColumn\":\(start),\"endColumn\":\(end)},"
            + "\"insertedContent\":{\"text\":\(JSONReport.quoted(edit.replacement))}}"
        ))
    }
    let files = changes.map(\.uri).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let changed = files.map { uri in
      "{\"artifactLocation\":{\"uri\":\(uri)},\"replacements\":["
        + changes.filter { $0.uri == uri }.map(\.replacement).joined(separator: ",") + "]}"
    }
    return ",\"fixes\":[{\"artifactChanges\":[\(changed.joined(separator: ","))]}]"
  }

  /// Section 3.29. A region (3.30) says where in the file; `endColumn` is the first column behind it.
  private static func physicalLocation(_ location: SourceLocation, _ lines: inout SourceLines) -> String {
    var region = ""
    if location.line >= 1 {
      region = ",\"region\":{\"startLine\":\(location.line)"
      if let column = lines.codePointColumn(of: location) {
        region += ",\"startColumn\":\(column)"
        if location.length > 0, let end = lines.codePointColumn(of: location, plus: location.length), end > column {
          region += ",\"endColumn\":\(end)"
        }
      }
      region += "}"
    }
    let uri = JSONReport.quoted(percentEncoded(location.file))
    return "\"physicalLocation\":{\"artifactLocation\":{\"uri\":\(uri)}\(region)}"
  }

  /// A path as a relative reference (RFC 3986, section 4.2). Escapes more than it must, `:` among it, since a first
  /// part with a colon would be read as a scheme.
  private static func percentEncoded(_ path: String) -> String {
    var uri = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default: uri += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return uri
  }
}
