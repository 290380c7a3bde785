import Diagnostics

extension MarkdownExtension {
  /// GitHub's alerts: a quote that begins with `[!NOTE]`. Each becomes a directive of that name, so that a template
  /// draws it: `note`, `tip`, `important`, `warning`, `caution`.
  static let alerts = MarkdownExtension(name: "alerts", trigger: "[!") { document, source in
    let names = ["note", "tip", "important", "warning", "caution"]
    var diagnostics: [Diagnostic] = []
    var tree = TreeCopy(capacity: document.nodes.count)
    var ends: [Int] = []
    let nodes = document.nodes
    var i = 0
    while i < nodes.count {
      while let end = ends.last, end <= i {
        ends.removeLast()
        tree.end()
      }
      var made = nodes[i]
      var next = i + 1
      if let mark = alertMark(document, source, at: i) {
        let label = document.string(nodes[mark].payload).dropFirst(2).dropLast().lowercased()
        let location = source.location(of: nodes[mark], length: label.utf8.count + 3)
        if names.contains(label) {
          made.kind = .directive
          made.payload = ByteRange(start: Int32(document.directives.count), length: 0)
          document.directives.append(Directive(name: label, location: location, attributes: []))
          next = openingRemoved(&tree, made, nodes, quote: i, mark: mark)
          ends.append(Int(nodes[i].end))
          if next < Int(nodes[i + 1].end), next > i + 1 { ends.append(Int(nodes[i + 1].end)) }
          i = next
          continue
        }
        diagnostics.append(
          Diagnostic(
            "content/unknown-alert", at: location, "no alert '\(label)'",
            help: "alerts are [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] and [!CAUTION]"))
      }
      tree.begin(made)
      ends.append(Int(nodes[i].end))
      i = next
    }
    while ends.popLast() != nil { tree.end() }
    document.replaceNodes(tree.nodes)
    return diagnostics
  }
}

/// The index of the text `[!WORD]` that makes the quote at `quote` an alert, or nil.
private func alertMark(_ document: Document, _ source: MarkdownExtension.Source, at quote: Int) -> Int? {
  let nodes = document.nodes
  guard nodes[quote].kind == .blockQuote, quote + 2 < Int(nodes[quote].end), nodes[quote + 1].kind == .paragraph,
    nodes[quote + 2].kind == .text
  else { return nil }
  let after = quote + 3
  guard after == Int(nodes[quote + 1].end) || nodes[after].kind == .softBreak || nodes[after].kind == .lineBreak else {
    return nil
  }
  let text = document.bytes(nodes[quote + 2].payload)
  guard text.starts(with: "[!".utf8), text.last == UInt8(ascii: "]"), text.count > 3,
    text.dropFirst(2).dropLast().allSatisfy({ ($0 | 32) >= 97 && ($0 | 32) <= 122 })
  else { return nil }
  // A backslash before the mark takes its meaning away.
  let line = source.lines.text(of: Int(nodes[quote + 2].line) - source.lineOffset)
  let column = Int(nodes[quote + 2].column) - 1
  return column < line.count && line[column] == UInt8(ascii: "[") ? quote + 2 : nil
}

/// Starts the alert without its mark, and without the paragraph that held only the mark.
///
/// - Returns: the index of the first node that is still to be copied.
private func openingRemoved(_ tree: inout TreeCopy, _ made: Node, _ nodes: [Node], quote: Int, mark: Int) -> Int {
  tree.begin(made)
  let paragraph = quote + 1
  guard mark + 1 < Int(nodes[paragraph].end) else { return Int(nodes[paragraph].end) }
  var rest = nodes[paragraph]
  let first = mark + 2
  if first < nodes.count { (rest.line, rest.column) = (nodes[first].line, nodes[first].column) }
  tree.begin(rest)
  return first
}
