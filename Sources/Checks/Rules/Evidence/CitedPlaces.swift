import Content
import Diagnostics

extension CheckInput {
  /// Every place at which a source is cited: in pages, in definitions of the glossary, and in rows of data.
  func eachCitedKey(_ body: (LocatedText) -> Void) {
    for page in site.pages {
      for item in page.document.citations.lazy.flatMap(\.items) { body(LocatedText(item.key, at: item.location)) }
    }
    eachKeyCitedInData(body)
  }

  /// Those in definitions of the glossary and in rows of data.
  func eachKeyCitedInData(_ body: (LocatedText) -> Void) {
    for term in site.data.glossary {
      for item in term.definition.citations.lazy.flatMap(\.items) { body(LocatedText(item.key, at: item.location)) }
    }
    for row in site.data.tables.sorted(by: { $0.key < $1.key }).lazy.flatMap(\.value) {
      for key in row.citedKeys { body(key) }
    }
  }

  /// The keys of a list in `content/data/` whose entries are keys, or mappings with a key `work`.
  func keys(ofList name: String) -> [String: String?] {
    var found: [String: String?] = [:]
    for row in site.data.tables[name] ?? [] {
      if let key = row.scalar ?? row["work"]?.scalar { found[key] = .some(row["because"]?.scalar) }
    }
    return found
  }
}

extension DataNode {
  /// What a row of data cites in `references` or `reference`.
  var citedKeys: [LocatedText] {
    ((self["references"]?.items ?? []) + [self["reference"]].compactMap(\.self)).compactMap { item in
      item.scalar.map { LocatedText($0, at: item.location) }
    }
  }
}
