import Diagnostics

/// Writes into the register of support lines who checked a number and when, and changes nothing else.
package enum VerificationEdit {
  package static let file = DataReader.folder + "support-lines.yml"

  /// - Parameters:
  ///   - id: of an entry of the register.
  ///   - name: who read the page that the entry names as its evidence.
  /// - Returns: nil if the entry is not there or has no `verified`.
  package static func write(_ id: String, on day: CalendarDay, by name: String, into source: [UInt8]) -> [UInt8]? {
    let root = YAML.read(source, file: file).node
    guard let item = root?.items?.first(where: { $0["id"]?.scalar == id }),
      let verified = item.entries?.first(where: { $0.key == "verified" }), verified.value.location.length > 0
    else { return nil }
    let lines = EditedLines(source)
    let written = YAMLText.written(name)
    // The later place first, so that the other stays where it is.
    var changes = [(range: lines.range(of: verified.value.location), text: day.description)]
    if let old = item["verifiedBy"] {
      guard old.location.length > 0 else { return nil }
      changes.append((lines.range(of: old.location), written))
    } else if item.location.length > 0 {
      let end = lines.range(of: verified.value.location).upperBound
      changes.append((end..<end, ", verifiedBy: " + written))
    } else {
      let line = verified.value.location.line
      let indent = String(repeating: " ", count: verified.keyLocation.column - 1)
      let end = lines.text(of: line).endIndex
      changes.append((end..<end, "\n\(indent)verifiedBy: \(written)"))
    }
    changes.sort { $0.range.lowerBound > $1.range.lowerBound }
    var edited = source
    for change in changes { edited.replaceSubrange(change.range, with: change.text.utf8) }
    let there = YAML.read(edited, file: file).node?.items?.first { $0["id"]?.scalar == id }
    guard there?["verified"]?.scalar == day.description, there?["verifiedBy"]?.scalar == name else { return nil }
    return edited
  }
}
