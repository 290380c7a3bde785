import Markdown

/// Finds the rows of data that a directive draws.
///
/// The data file is the one that `data=` names, or that has the directive's own name. Every other attribute that is also
/// a field of the rows picks those rows whose field is equal to it: `:::support-lines{country=GB}`. `title` and `caption`
/// are words for the reader and never pick.
package struct DirectiveRows: Sendable {
  private let tables: [String: [DataNode]]

  package init(tables: [String: [DataNode]]) { self.tables = tables }

  /// The attributes that pick rows.
  package func filters(of directive: Directive) -> [Directive.Attribute] {
    let table = tables[directive["data"] ?? directive.name] ?? []
    return directive.attributes.filter { attribute in
      !["data", "title", "caption"].contains(attribute.name) && table.contains { $0[attribute.name] != nil }
    }
  }

  /// - Returns: nil if the directive draws no data.
  func rows(for directive: Directive) -> [DataNode]? {
    guard let table = tables[directive["data"] ?? directive.name] else { return nil }
    let filters = filters(of: directive)
    guard !filters.isEmpty else { return table }
    return table.filter { row in filters.allSatisfy { row[$0.name]?.scalar == $0.value } }
  }

  /// The keys in a row's `references`.
  static func references(of row: DataNode) -> [LocatedText] {
    if let single = row["reference"], let key = single.scalar { return [LocatedText(key, at: single.location)] }
    return (row["references"]?.items ?? []).compactMap { item in
      item.scalar.map { LocatedText($0, at: item.location) }
    }
  }
}
