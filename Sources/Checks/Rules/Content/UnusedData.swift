import Content
import Diagnostics
import Markdown

extension Check {
  /// Data that no page draws.
  static let unusedData = Check(
    "content/unused-data", .warning,
    .init(
      finds:
        "A data file that no directive draws, or an entry that is on no page, such as a support line of a "
        + "country that no page lists. The glossary, references and word lists do not count.",
      why: "Somebody keeps it up to date for nobody, or readers miss what they should find.",
      bad: ["content/page.md": "Text.\n", "content/data/rates.csv": "year,rate\n2020,2\n2021,3\n"],
      good: [
        "content/page.md": ":::chart{data=rates title=\"People who came for help\"}\n:::\n",
        "content/data/rates.csv": "year,rate\n2020,2\n2021,3\n",
      ]),
    scope: .site { input in
      let tables = input.site.data.tables.filter { table in
        !readElsewhere.contains(table.key) && !table.key.hasPrefix(WordLists.folder) && !table.value.isEmpty
      }
      let drawn = DrawnRows(input.site, tables)
      let candidates = tables.keys.sorted().filter { !drawn.isWhole($0) }
      var found: [Finding] = []
      for table in candidates where !DraftMentions.contain(table, input) {
        guard let rows = tables[table], let file = rows.first?.location.file else { continue }
        if drawn.isUntouched(table) {
          found.append(
            Finding(
              at: SourceLocation(file: file), "no page draws the data of '\(table)'",
              help: "draw it with a directive, such as ':::chart{data=\(table)}', or delete the file"))
          continue
        }
        for row in rows where !drawn.contains(row, table) {
          let name = row["id"]?.scalar ?? row.entries?.first?.value.scalar
          found.append(
            Finding(
              at: (row["id"] ?? row.entries?.first?.value ?? row).location,
              "no page shows the entry '\(name ?? "")' of '\(table)'",
              help: "list it on a page, as with ':::\(table){…}', or remove the entry"))
        }
      }
      return found
    })

  /// Tables that are for every page, or that checks read (`evidence/`).
  private static let readElsewhere: Set<String> = ["references", "glossary", "animal-studies", "retracted"]
}

/// The rows of data that some page shows.
private struct DrawnRows {
  private var whole = Set<String>()
  private var some: [String: Set<SourceLocation>] = [:]
  private var linked = Set<String>()

  init(_ site: Site, _ tables: [String: [DataNode]]) {
    for page in site.pages {
      for (i, rows) in page.rows {
        let directive = page.document.directives[i]
        let table = directive["data"] ?? directive.name
        guard let all = tables[table], !whole.contains(table) else { continue }
        if rows.count == all.count {
          whole.insert(table)
        } else {
          some[table, default: []].formUnion(rows.lazy.map(\.location))
        }
      }
      for case .supportLine(let i) in page.targets { linked.insert(site.data.supportLines[i].id) }
    }
  }

  func isWhole(_ table: String) -> Bool { whole.contains(table) }

  func isUntouched(_ table: String) -> Bool { some[table] == nil && (table != "support-lines" || linked.isEmpty) }

  func contains(_ row: DataNode, _ table: String) -> Bool {
    if some[table]?.contains(row.location) ?? false { return true }
    return table == "support-lines" && row["id"]?.scalar.map(linked.contains) ?? false
  }
}

/// What is written for a page that is a draft is not unused.
private enum DraftMentions {
  static func contain(_ name: String, _ input: CheckInput) -> Bool {
    let wanted = Array(name.utf8)
    return input.tree.paths.contains { path in
      path.hasPrefix("content/") && path.hasSuffix(".md") && input.site.pageByPath[path] == nil
        && ((try? input.tree.read(path))?.contains(wanted) ?? false)
    }
  }
}
