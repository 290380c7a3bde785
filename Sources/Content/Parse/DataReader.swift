import Diagnostics

/// Reads the files in `content/data/` and `templates/strings/`.
package enum DataReader {
  package static let folder = "content/data/"
  package static let stringsFolder = "templates/strings/"

  /// What one file holds, and what is wrong with it. Depends on that file only, so it may be kept as long as the file stays.
  package struct ReadFile: Sendable {
    let node: DataNode?
    let diagnostics: [Diagnostic]
  }

  /// - Parameter kept: is asked for each file by path, and reads it if it has not kept what was read before.
  package static func read(
    _ tree: SourceTree, kept: (String, () -> ReadFile) -> ReadFile = { _, read in read() }
  ) -> (SiteData, [Diagnostic]) {
    var data = SiteData()
    var problems: [Diagnostic] = []
    func node(of path: String) -> DataNode? {
      let file = kept(path) {
        var diagnostics: [Diagnostic] = []
        let node = read(path, tree, &diagnostics)
        return ReadFile(node: node, diagnostics: diagnostics)
      }
      problems += file.diagnostics
      return file.node
    }
    for path in tree.paths(under: folder) {
      let file = path.dropFirst(folder.count)
      guard let dot = file.lastIndex(of: "."), !file.hasPrefix("."), !file.contains("/.") else { continue }
      let name = String(file[..<dot])
      guard let node = node(of: path) else {
        data.incomplete.insert(name)
        continue
      }
      var count = node.items?.count ?? 0
      switch name {
      case "references":
        data.references = ReferencesReader.read(node, &problems)
        count -= data.references.count
      case "glossary":
        data.glossary = GlossaryReader.read(node, &problems)
        count -= data.glossary.count
      case "support-lines":
        data.supportLines = SupportLinesReader.read(node, &problems)
        count -= data.supportLines.count
      case "search":
        // The one file that is no list of rows.
        data.search = SearchDataReader.read(node, &problems)
        continue
      default: count = 0
      }
      if count > 0 || node.items == nil { data.incomplete.insert(name) }
      if data.tables[name] != nil {
        problems.append(
          Diagnostic(
            "data/duplicate-name", at: node.location, "two data files have the name '\(name)'", help: "rename one"))
      }
      if let items = node.items { data.tables[name] = items }
    }
    for path in tree.paths(under: stringsFolder) where path.hasSuffix(".yml") {
      guard let node = node(of: path) else { continue }
      data.strings[String(path.dropFirst(stringsFolder.count).dropLast(4))] = node
    }
    return (data, problems)
  }

  /// The tree of a YAML, JSON or CSV file; a CSV file is a list of mappings from its header to its cells.
  private static func read(_ path: String, _ tree: SourceTree, _ problems: inout [Diagnostic]) -> DataNode? {
    let bytes: [UInt8]
    do throws(SourceTree.ReadError) { bytes = try tree.read(path) } catch {
      problems.append(error.diagnostic(path))
      return nil
    }
    if path.hasSuffix(".yml") || path.hasSuffix(".yaml") {
      let (node, found) = YAML.read(bytes, file: path)
      problems += found
      return node
    }
    if path.hasSuffix(".json") {
      let (node, found) = JSON.read(bytes, file: path)
      problems += found
      return node
    }
    if path.hasSuffix(".csv") {
      let (table, found) = CSV.read(bytes, file: path)
      problems += found
      return table.map { rows(of: $0, path) }
    }
    problems.append(
      Diagnostic(
        "data/unknown-format", at: SourceLocation(file: path), "a data file ends in .yml, .json or .csv",
        help: "move the file beside the page that it belongs to"))
    return nil
  }

  private static func rows(of table: CSVTable, _ path: String) -> DataNode {
    let rows = table.rows.map { row in
      DataNode(
        .mapping(
          zip(table.header, row).map { name, cell in
            DataNode.Entry(
              key: name.text, keyLocation: name.location,
              value: DataNode(.scalar(cell.text, quoted: true), at: cell.location))
          }), at: row.first?.location ?? SourceLocation(file: path))
    }
    return DataNode(.sequence(rows), at: SourceLocation(file: path, line: 1, column: 1))
  }
}
