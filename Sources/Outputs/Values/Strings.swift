import Content
import Mustache

/// The words of the interface in one language; what a language lacks comes from the site's first language.
struct Strings: Sendable {
  let value: Value
  private let nodes: [DataNode]

  init(_ language: String, _ data: SiteData, _ settings: Settings) {
    nodes = [data.strings[language], data.strings[settings.defaultLanguage.tag]].compactMap(\.self)
    value = Strings.merged(nodes)
  }

  /// The text at a path such as `pages.glossary`, or nil.
  subscript(path: String) -> String? {
    for node in nodes {
      var found: DataNode? = node
      for key in path.split(separator: ".") { found = found?[String(key)] }
      if let text = found?.scalar { return text }
    }
    return nil
  }

  /// A day written out, such as `21 November 2026`, or in digits if the language has no names of months.
  func written(_ day: CalendarDay) -> String {
    for node in nodes {
      guard let months = node[StringKey.months]?.items, months.count == 12, let month = months[day.month - 1].scalar
      else {
        continue
      }
      return "\(day.day) \(month) \(day.year)"
    }
    return day.description
  }

  /// One object of several: the first that has a key counts.
  private static func merged(_ nodes: [DataNode]) -> Value {
    var all = Object()
    for node in nodes.reversed() {
      for entry in node.entries ?? [] {
        let same = nodes.compactMap { $0[entry.key] }.filter { $0.entries != nil }
        all[entry.key] = same.count > 1 ? merged(same) : Value(entry.value)
      }
    }
    return .object(all)
  }
}
