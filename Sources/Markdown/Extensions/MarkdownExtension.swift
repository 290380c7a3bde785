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
    let bytes: UnsafeBufferPointer<UInt8>
    let lineOffset: Int

    func location(of node: Node, length: Int = 0) -> SourceLocation {
      SourceLocation(file: file, line: Int(node.line), column: Int(node.column), length: length)
    }
  }

  /// In the order in which they are applied: blocks before what stands in them.
  static let all: [MarkdownExtension] = [.directives, .alerts, .citations, .headingAnchors]

  func mayOccur(in source: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let trigger else { return true }
    guard let base = source.baseAddress else { return false }
    let length = trigger.utf8CodeUnitCount
    var from = 0
    while from + length <= source.count,
      let found = memchr(base + from, Int32(trigger.utf8Start.pointee), source.count - from - length + 1)
    {
      if memcmp(found, trigger.utf8Start, length) == 0 { return true }
      from = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
    }
    return false
  }
}

/// Builds a changed copy of a tree, node by node, and keeps the ends of nodes right.
struct TreeCopy {
  private(set) var nodes: [Node] = []
  private var open: [Int] = []

  init(capacity: Int) { nodes.reserveCapacity(capacity) }

  /// Starts a node that further nodes go into.
  mutating func begin(_ node: Node) {
    open.append(nodes.count)
    nodes.append(node)
  }

  /// Ends the node that was started last.
  mutating func end() {
    guard let index = open.popLast() else { return }
    nodes[index].end = Int32(nodes.count)
  }

  /// Adds a node without children.
  mutating func add(_ node: Node) {
    begin(node)
    end()
  }

  /// Adds `range` of `source`, which holds whole subtrees.
  mutating func copy(_ range: Range<Int>, of source: [Node]) {
    let shift = Int32(nodes.count - range.lowerBound)
    for var node in source[range] {
      node.end += shift
      nodes.append(node)
    }
  }
}
