import Diagnostics

/// Reads references in CSL-JSON, as Zotero and other reference managers export them.
///
/// Fields that the site does not show are left alone: the schema is not ours to close.
enum ReferencesReader {
  static func read(_ node: DataNode, _ problems: inout [Diagnostic]) -> [Reference] {
    var references: [Reference] = []
    for item in node.list("references", of: "references", &problems) ?? [] {
      guard let entries = item.entries else {
        problems.append(Diagnostic("data/wrong-type", at: item.location, "a reference is a group of keys in { }"))
        continue
      }
      let fields = DataFields(name: "reference", location: item.location, entries: entries)
      guard let id = fields.requiredText("id", &problems), let title = fields.requiredText("title", &problems) else {
        continue
      }
      references.append(
        Reference(
          id: id, location: fields["id"]?.location ?? item.location, type: fields["type"]?.scalar ?? "document",
          title: title, authors: names(fields["author"]), containerTitle: fields["container-title"]?.scalar,
          publisher: fields["publisher"]?.scalar, volume: fields["volume"]?.scalar, issue: fields["issue"]?.scalar,
          page: fields["page"]?.scalar, number: fields["number"]?.scalar, year: year(fields["issued"]),
          doi: fields["DOI"]?.scalar, url: fields["URL"]?.scalar, note: fields["note"]?.scalar))
    }
    reportDuplicates(references.map { ($0.id, $0.location) }, "reference", &problems)
    return references
  }

  private static func names(_ node: DataNode?) -> [Reference.Name] {
    (node?.items ?? []).compactMap { name in
      if let literal = name["literal"]?.scalar { return Reference.Name(family: literal, given: nil) }
      guard let family = name["family"]?.scalar else { return nil }
      let particle = name["non-dropping-particle"]?.scalar.map { $0 + " " } ?? ""
      return Reference.Name(family: particle + family, given: name["given"]?.scalar)
    }
  }

  /// The first number of CSL's `date-parts`.
  private static func year(_ node: DataNode?) -> Int? {
    let first = node?["date-parts"]?.items?.first?.items?.first?.scalar
    return first.flatMap { Int($0) }
  }
}
