import Diagnostics

/// A mapping with a closed schema: the keys it may have are known, and any other is reported once, when it is made.
///
/// Each reading function returns nil if the key is absent, or if its value is of the wrong kind, which it reports.
///
///     guard let fields = node.fields("front matter", keys: ["title", "order"], &problems) else { return nil }
///     let order = fields.integer("order", &problems)
package struct DataFields: Sendable {
  /// What messages call the mapping, such as "front matter" or "support line".
  package let name: String
  package let location: SourceLocation
  package let entries: [DataNode.Entry]
  /// Keys that are absent, but that a reported unknown key was probably meant to be.
  package var misspelt: Set<String> = []

  package subscript(key: String) -> DataNode? { entries.first { $0.key == key }?.value }

  /// Where the key itself stands, or the mapping if it has no such key.
  package func location(of key: String) -> SourceLocation {
    entries.first { $0.key == key }?.keyLocation ?? location
  }

  package func text(_ key: String, _ problems: inout [Diagnostic]) -> String? {
    self[key]?.text(key, &problems)
  }

  package func integer(_ key: String, _ problems: inout [Diagnostic]) -> Int? {
    self[key]?.integer(key, &problems)
  }

  package func flag(_ key: String, _ problems: inout [Diagnostic]) -> Bool? {
    self[key]?.flag(key, &problems)
  }

  package func day(_ key: String, _ problems: inout [Diagnostic]) -> CalendarDay? {
    self[key]?.day(key, &problems)
  }

  package func list(_ key: String, of what: String = "values", _ problems: inout [Diagnostic]) -> [DataNode]? {
    self[key]?.list(key, of: what, &problems)
  }

  package func texts(_ key: String, of what: String = "words", _ problems: inout [Diagnostic]) -> [LocatedText]? {
    self[key]?.texts(key, of: what, &problems)
  }

  package func fields(_ key: String, keys: [String], _ problems: inout [Diagnostic]) -> DataFields? {
    self[key]?.fields(key, keys: keys, &problems)
  }

  /// As `text`, but an absent key and an empty text are reported as well (`data/missing-key`).
  package func requiredText(_ key: String, _ problems: inout [Diagnostic]) -> String? {
    guard let node = required(key, &problems) else { return nil }
    guard let text = node.text(key, &problems) else { return nil }
    if text.contains(where: { !$0.isWhitespace }) { return text }
    problems.append(Diagnostic("data/missing-key", at: node.location, "`\(key)` is empty"))
    return nil
  }

  /// The value of a key that must be there: an absent key is reported (`data/missing-key`), unless it is there with a
  /// slip in it, which is reported already.
  package func required(_ key: String, _ problems: inout [Diagnostic]) -> DataNode? {
    if let node = self[key] { return node }
    if misspelt.contains(key) { return nil }
    problems.append(Diagnostic("data/missing-key", at: location, "\(name) has no `\(key)`", help: "add `\(key)`"))
    return nil
  }
}

extension DataNode {
  /// This mapping as fields; nil, with a diagnostic, if it is no mapping. Every key that is not among `keys` is
  /// reported (`data/unknown-key`) with the nearest that is. An empty value is an empty mapping.
  package func fields(_ name: String, keys: [String], _ problems: inout [Diagnostic]) -> DataFields? {
    switch value {
    case .null: return DataFields(name: name, location: location, entries: [])
    case .scalar, .sequence:
      let example = keys.first.map { "such as `\($0): …`, each on its own line" }
      problems.append(wrongType(name, takes: "keys with values", help: example))
      return nil
    case .mapping(let entries):
      var misspelt: Set<String> = []
      for entry in entries where !keys.contains(entry.key) {
        // Most unknown keys are misspelt known ones that are not given elsewhere, so those make the better guess.
        let absent = keys.filter { key in !entries.contains { $0.key == key } }
        let near = NearMiss.nearest(to: entry.key, in: absent) ?? NearMiss.nearest(to: entry.key, in: keys)
        if let near { misspelt.insert(near) }
        let known = keys.count > 16 ? nil : "the keys are " + keys.map { "`\($0)`" }.joined(separator: ", ")
        problems.append(
          Diagnostic(
            "data/unknown-key", at: entry.keyLocation, "\(name) has no key `\(entry.key)`",
            help: near.map { "the nearest is `\($0)`" } ?? known))
      }
      return DataFields(name: name, location: location, entries: entries, misspelt: misspelt)
    }
  }
}
