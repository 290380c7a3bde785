/// Keys of `templates/strings/` that the program asks for by itself. Templates name all others, as `strings.…`.
///
/// In one place, so that a check can tell a string that nothing asks for.
package enum StringKey {
  package static let backToText = "footnotes.back"
  package static let months = "months"

  package static func title(of kind: GeneratedPage.Kind) -> String { "pages.\(kind.rawValue)" }
  package static func description(of kind: GeneratedPage.Kind) -> String { title(of: kind) + "-description" }

  /// Groups with words for the values of a support line.
  package enum Group: String, CaseIterable {
    case countries, kinds, languages, regions
  }

  package static func value(_ value: String, in group: Group) -> String { "\(group.rawValue).\(value)" }

  /// The words for a value such as `strong` of a field such as `level`, which templates get as `levelName`.
  package static func value(_ value: String, of field: String) -> String { "\(field)s.\(value)" }

  /// Whether the program asks for a key, or for all in a group.
  ///
  /// - Parameter names: the last parts of the values that templates print, such as `levelName`.
  package static func isAskedFor(_ key: String, names: Set<Substring>) -> Bool {
    if key == backToText || key == months { return true }
    if GeneratedPage.Kind.allCases.contains(where: { key == title(of: $0) || key == description(of: $0) }) {
      return true
    }
    let group = key.prefix { $0 != "." }
    if Group(rawValue: String(group)) != nil { return true }
    return group.hasSuffix("s") && names.contains(group.dropLast() + "Name")
  }
}
