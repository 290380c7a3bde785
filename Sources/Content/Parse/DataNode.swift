import Diagnostics

/// A value read from YAML or JSON, with the place it stands.
///
/// Scalars stay text until somebody asks for a number, a flag or a date, since only the asker knows what is meant.
package struct DataNode: Sendable {
  package enum Value: Sendable {
    /// Nothing: an empty value, or an unquoted `null` or `~`.
    case null
    /// Text, number, flag or date. `quoted` tells `"5"` from `5`; block scalars (`|` and `>`) count as quoted.
    case scalar(String, quoted: Bool)
    case sequence([DataNode])
    /// In the order of the file. Keys are different from each other: readers report the second and leave it out.
    case mapping([Entry])
  }

  package struct Entry: Sendable {
    package var key: String
    package var keyLocation: SourceLocation
    package var value: DataNode

    package init(key: String, keyLocation: SourceLocation, value: DataNode) {
      self.key = key
      self.keyLocation = keyLocation
      self.value = value
    }
  }

  package var value: Value
  /// Where the value begins. The length covers a scalar, or a collection in brackets, as far as it stands on that line;
  /// it is 0 for a collection without brackets.
  package var location: SourceLocation

  package init(_ value: Value, at location: SourceLocation) {
    self.value = value
    self.location = location
  }
}

/// A text and the place it stands.
package struct LocatedText: Sendable, Hashable {
  package var text: String
  package var location: SourceLocation

  package init(_ text: String, at location: SourceLocation) {
    self.text = text
    self.location = location
  }
}

// Without complaints: nil when the value is something else.
extension DataNode {
  package var scalar: String? {
    if case .scalar(let text, quoted: _) = value { text } else { nil }
  }

  package var items: [DataNode]? {
    if case .sequence(let items) = value { items } else { nil }
  }

  package var entries: [Entry]? {
    if case .mapping(let entries) = value { entries } else { nil }
  }

  package var isNull: Bool {
    if case .null = value { true } else { false }
  }

  /// The value of a key, if this is a mapping that has it.
  package subscript(key: String) -> DataNode? {
    guard case .mapping(let entries) = value else { return nil }
    return entries.first { $0.key == key }?.value
  }
}

// With complaints: each returns the value, or appends one diagnostic (`data/wrong-type`) and returns nil. `name` is
// what the message calls the value, usually its key.
extension DataNode {
  /// Any scalar, as it is written.
  package func text(_ name: String, _ problems: inout [Diagnostic]) -> String? {
    if case .scalar(let text, quoted: _) = value { return text }
    problems.append(wrongType(name, takes: "a text", help: items == nil ? nil : "a text in [ ] needs quotes around it"))
    return nil
  }

  /// A whole number in digits, with an optional sign, unquoted.
  package func integer(_ name: String, _ problems: inout [Diagnostic]) -> Int? {
    if case .scalar(let text, let quoted) = value {
      if let number = Int(text) {
        if !quoted { return number }
        problems.append(wrongType(name, takes: "a whole number", help: "remove the quotes around \(text)"))
        return nil
      }
      let isNumber = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      problems.append(
        wrongType(
          name, takes: "a whole number", found: isNumber ? "this one is too large" : "this is '\(text.shortened)'"))
      return nil
    }
    problems.append(wrongType(name, takes: "a whole number"))
    return nil
  }

  /// `true` or `false` in the three spellings of YAML 1.2's core schema (section 10.3.2), unquoted. YAML 1.1's `yes`
  /// and `on` are not flags: some tools read them as true and others as text.
  package func flag(_ name: String, _ problems: inout [Diagnostic]) -> Bool? {
    guard case .scalar(let text, let quoted) = value else {
      problems.append(wrongType(name, takes: "true or false"))
      return nil
    }
    let meant: Bool? =
      switch text.lowercased() {
      case "true", "yes", "on", "y": true
      case "false", "no", "off", "n": false
      default: nil
      }
    if !quoted {
      switch text {
      case "true", "True", "TRUE": return true
      case "false", "False", "FALSE": return false
      default: break
      }
    }
    let help = meant.map { "write \($0)" + (quoted ? ", without quotes" : "") }
    problems.append(wrongType(name, takes: "true or false", found: "this is '\(text.shortened)'", help: help))
    return nil
  }

  /// A day that the calendar has, as `YYYY-MM-DD`, quoted or not.
  package func day(_ name: String, _ problems: inout [Diagnostic]) -> CalendarDay? {
    guard case .scalar(let text, quoted: _) = value else {
      problems.append(wrongType(name, takes: "a date such as 2026-11-21"))
      return nil
    }
    if let day = CalendarDay(text) { return day }
    if CalendarDay.parts(of: text) != nil {
      problems.append(
        Diagnostic(
          "data/wrong-type", at: location, "the calendar has no day \(text)",
          help: "`\(name)` takes a date as year-month-day, such as 2026-11-21"))
    } else {
      problems.append(wrongType(name, takes: "a date such as 2026-11-21", found: "this is '\(text.shortened)'"))
    }
    return nil
  }

  /// The items of a list. One value alone is not a list.
  package func list(_ name: String, of what: String = "values", _ problems: inout [Diagnostic]) -> [DataNode]? {
    if case .sequence(let items) = value { return items }
    let example = scalar.map { "write it as a list: [\($0.shortened)]" }
    problems.append(wrongType(name, takes: "a list of \(what)", help: example))
    return nil
  }

  /// A list of texts, each with its place. An item of another kind is reported and left out.
  package func texts(_ name: String, of what: String = "words", _ problems: inout [Diagnostic]) -> [LocatedText]? {
    guard let items = list(name, of: what, &problems) else { return nil }
    var texts: [LocatedText] = []
    texts.reserveCapacity(items.count)
    for item in items {
      if case .scalar(let text, quoted: _) = item.value {
        texts.append(LocatedText(text, at: item.location))
      } else {
        problems.append(item.wrongType(name, takes: "a list of \(what)", found: "this item is \(item.kind)"))
      }
    }
    return texts
  }

  /// What a message calls this kind of value.
  private var kind: String {
    switch value {
    case .null: "empty"
    case .scalar: "a text"
    case .sequence: "a list"
    case .mapping: "a group of keys"
    }
  }

  func wrongType(_ name: String, takes: String, found: String? = nil, help: String? = nil) -> Diagnostic {
    Diagnostic("data/wrong-type", at: location, "`\(name)` takes \(takes), \(found ?? "this is \(kind)")", help: help)
  }
}

extension String {
  /// Short enough for a message of one line.
  fileprivate var shortened: String {
    let line = prefix { !$0.isNewline }
    return line.count > 40 ? line.prefix(39) + "…" : String(line)
  }
}
