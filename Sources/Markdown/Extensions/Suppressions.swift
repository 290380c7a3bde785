import Diagnostics

extension MarkdownExtension {
  /// `<!-- sitegen-ignore rule: reason -->`: on a line of its own it speaks of the block that follows, within a paragraph,
  /// heading or table row of that block. The comments are taken out of the tree, so that no reader downloads them.
  static let suppressions = MarkdownExtension(name: "suppressions", trigger: "sitegen-ignore") { document, source in
    let nodes = document.nodes
    var tree = TreeCopy(capacity: nodes.count)
    var ends: [Int] = []
    for (i, node) in nodes.enumerated() {
      while let end = ends.last, end <= i {
        ends.removeLast()
        tree.end()
      }
      if node.kind == .htmlBlock || node.kind == .htmlInline,
        let (rules, reason) = Suppression.parse(comment: document.string(node.payload))
      {
        document.suppressions.append(
          Suppression(
            rules: rules, reason: reason,
            location: source.location(
              of: node, length: node.endLine == node.line ? Int(node.endColumn - node.column) + 1 : 0),
            lines: coveredLines(i, nodes)))
        continue
      }
      tree.begin(node)
      ends.append(Int(node.end))
    }
    while ends.popLast() != nil { tree.end() }
    document.replaceNodes(tree.nodes)
    return []
  }

  /// The lines of the block after a comment, or of the block that it stands in.
  private static func coveredLines(_ comment: Int, _ nodes: [Node]) -> ClosedRange<Int>? {
    if nodes[comment].kind == .htmlBlock {
      // Several comments may speak of one block.
      var next = Int(nodes[comment].end)
      let parentEnd = nodes[..<comment].indices.last { Int(nodes[$0].end) > comment }.map { Int(nodes[$0].end) } ?? 0
      while next < parentEnd, nodes[next].kind == .htmlBlock { next = Int(nodes[next].end) }
      guard next < parentEnd else { return nil }
      return Int(nodes[next].line)...Int(max(nodes[next].line, nodes[next].endLine))
    }
    let blocks: Set<Kind> = [.paragraph, .heading, .tableRow, .tableCell]
    guard
      let block = nodes[..<comment].indices.last(where: { blocks.contains(nodes[$0].kind) && nodes[$0].end > comment })
    else { return nil }
    return Int(nodes[block].line)...Int(max(nodes[block].line, nodes[block].endLine))
  }
}
