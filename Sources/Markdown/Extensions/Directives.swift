import Diagnostics

/// A block that a template draws: `:::name{key=value}` up to `:::`.
package struct Directive: Sendable {
  package struct Attribute: Sendable {
    package var name: String
    package var value: String
    package var location: SourceLocation
  }

  package var name: String
  /// Place of the name.
  package var location: SourceLocation
  package var attributes: [Attribute]

  package subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

extension MarkdownExtension {
  /// Pairs the fences that cmark found into directives. They nest; a closing fence closes the innermost directive that
  /// was opened with as many colons, or the innermost of all.
  static let directives = MarkdownExtension(name: "directives", trigger: ":::") { document, source in
    var reader = DirectiveReader(document: document, source: source)
    reader.read()
    document = reader.document
    return reader.diagnostics
  }
}

private struct DirectiveReader {
  /// Each level is written into a template of its own, so that deep nesting costs time and stack.
  private static let nestingLimit = 20

  var document: Document
  let source: MarkdownExtension.Source
  private(set) var diagnostics: [Diagnostic] = []
  private var open: [(colons: Int, location: SourceLocation, name: String)] = []
  private var tree: TreeCopy

  init(document: Document, source: MarkdownExtension.Source) {
    self.document = document
    self.source = source
    tree = TreeCopy(capacity: document.nodes.count)
  }

  mutating func read() {
    let nodes = document.nodes
    guard let root = nodes.first else { return }
    tree.begin(root)
    for i in document.children(of: 0) {
      guard nodes[i].kind == .directiveFence else {
        reportNested(in: i..<Int(nodes[i].end))
        tree.copy(i..<Int(nodes[i].end), of: nodes)
        continue
      }
      readFence(nodes[i])
    }
    while let unclosed = open.popLast() { close(unclosed) }
    tree.end()
    document.replaceNodes(tree.nodes)
  }

  private mutating func readFence(_ node: Node) {
    let line = Int(node.line) - source.lineOffset
    var scan = AttributeScanner(
      source.lines.text(of: line), file: source.file, line: Int(node.line), at: Int(node.column) - 1)
    let colons = scan.skip(UInt8(ascii: ":"))
    scan.skipSpace()
    if scan.isAtEnd {
      closeFence(colons, node)
      return
    }
    let start = scan.at
    let name = scan.word()
    let location = scan.location(from: start)
    if name.isEmpty {
      report(
        "content/directive-syntax", scan.location(from: scan.at, length: 1),
        "a directive starts with its name, as in ':::callout'")
      return
    }
    if open.count == DirectiveReader.nestingLimit {
      report(
        "content/too-deep", location, "directives may be nested at most \(DirectiveReader.nestingLimit) deep",
        help: "close the directives above with ':::'")
      return
    }
    scan.skipSpace()
    let attributes = scan.attributes()
    if let problem = scan.problem { diagnostics.append(problem) }
    var made = node
    made.kind = .directive
    made.payload = ByteRange(start: Int32(document.directives.count), length: 0)
    document.directives.append(Directive(name: name, location: location, attributes: attributes))
    tree.begin(made)
    open.append((colons, location, name))
  }

  private mutating func closeFence(_ colons: Int, _ node: Node) {
    guard !open.isEmpty else {
      report(
        "content/directive-syntax", source.location(of: node, length: colons), "nothing is open for ':::' to close",
        help: "remove the line, or give the directive that it should close a first line such as ':::callout'")
      return
    }
    let match = open.lastIndex { $0.colons == colons } ?? open.count - 1
    while open.count - 1 > match { if let inner = open.popLast() { close(inner) } }
    open.removeLast()
    tree.end(line: node.endLine, column: node.endColumn)
  }

  /// Ends a directive that nothing closed.
  private mutating func close(_ unclosed: (colons: Int, location: SourceLocation, name: String)) {
    report(
      "content/unclosed-directive", unclosed.location, "the directive '\(unclosed.name)' is not closed",
      help: "add a line ':::' where it ends")
    tree.endWithLastBlock()
  }

  private mutating func reportNested(in range: Range<Int>) {
    for node in document.nodes[range] where node.kind == .directiveFence {
      report(
        "content/nested-directive", source.location(of: node, length: 3),
        "a directive cannot stand inside a list, a quote or a footnote",
        help: "start the ':::' line at the left margin, with an empty line before it")
    }
  }

  private mutating func report(_ rule: String, _ location: SourceLocation, _ message: String, help: String? = nil) {
    diagnostics.append(Diagnostic(rule, at: location, message, help: help))
  }
}
