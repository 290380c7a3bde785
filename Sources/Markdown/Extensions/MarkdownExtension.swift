import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One piece of syntax on top of GitHub's Markdown: reads it off a parsed tree and rewrites the tree.
///
/// A struct with a closure, so that a new one is one file and one line in `all`. Each works on the tree, where code and
/// escapes are already known, and never on raw text.
struct MarkdownExtension: Sendable {
  let name: String
  /// Bytes without which the syntax cannot occur, so that pages without them pay nothing; nil if every page has it.
  let trigger: StaticString?
  /// Changes the document and returns what is wrong with it.
  let rewrite: @Sendable (inout Document, Source) -> [Diagnostic]

  /// The text that a document was parsed from; valid during `rewrite` only.
  struct Source {
    let file: String
    let lines: SourceLines
    let lineOffset: Int

    func location(of node: Node, length: Int = 0) -> SourceLocation {
      SourceLocation(file: file, line: Int(node.line), column: Int(node.column), length: length)
    }
  }

  /// In the order in which they are applied: blocks before what stands in them.
  static let all: [MarkdownExtension] = [
    .directives, .alerts, .citations, .headingAnchors, .footnotes, .suppressions,
  ]

  func mayOccur(in source: UnsafeBufferPointer<UInt8>) -> Bool { trigger.map { contains(source, $0) } ?? true }
}

/// Whether `wanted` stands anywhere in `bytes`.
func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ wanted: StaticString) -> Bool {
  guard let base = bytes.baseAddress else { return false }
  let length = wanted.utf8CodeUnitCount
  var from = 0
  while from + length <= bytes.count,
    let found = memchr(base + from, Int32(wanted.utf8Start.pointee), bytes.count - from - length + 1)
  {
    if memcmp(found, wanted.utf8Start, length) == 0 { return true }
    from = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
  }
  return false
}

/// Builds a changed copy of a tree, node by node, and keeps the ends of nodes right.
struct TreeCopy {
  private(set) var nodes: [Node] = []
  private var open: [Int] = []
  private var lastEnd: (line: Int32, column: Int32) = (0, 0)

  init(capacity: Int) { nodes.reserveCapacity(capacity) }

  /// Starts a node that further nodes go into.
  mutating func begin(_ node: Node) {
    open.append(nodes.count)
    nodes.append(node)
    lastEnd = (node.endLine, node.endColumn)
  }

  /// Ends the node that was started last.
  mutating func end() {
    guard let index = open.popLast() else { return }
    nodes[index].end = Int32(nodes.count)
    lastEnd = (nodes[index].endLine, nodes[index].endColumn)
  }

  /// Ends the node that was started last, at a place of the source.
  mutating func end(line: Int32, column: Int32) {
    guard let index = open.last else { return }
    (nodes[index].endLine, nodes[index].endColumn) = (line, column)
    end()
  }

  /// Ends the node that was started last where the last block in it ends.
  mutating func endWithLastBlock() { end(line: lastEnd.line, column: lastEnd.column) }

  /// Adds a node without children.
  mutating func add(_ node: Node) {
    begin(node)
    end()
  }

  /// Adds `range` of `source`, which holds whole subtrees.
  mutating func copy(_ range: Range<Int>, of source: [Node]) {
    guard let first = range.first else { return }
    lastEnd = (source[first].endLine, source[first].endColumn)
    let shift = Int32(nodes.count - range.lowerBound)
    for var node in source[range] {
      node.end += shift
      nodes.append(node)
    }
  }
}
